using MediatR;
using Sendra.Application.Automations;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Enrollments.CompleteEnrollment;

internal sealed class CompleteEnrollmentHandler(
    IRepository<Enrollment> enrollments, IRepository<AutomationVersion> versions, IEnrollmentList list, IUnitOfWork unitOfWork, TimeProvider clock)
    : IRequestHandler<CompleteEnrollmentCommand, EnrollmentJourney>
{
    public async Task<EnrollmentJourney> Handle(CompleteEnrollmentCommand request, CancellationToken cancellationToken)
    {
        var enrollment = await enrollments.GetAsync(EnrollmentSpec.ById(request.Id), "enrollment", cancellationToken);
        (await versions.OfRunAsync(enrollment, cancellationToken)).RefuseCallsThatMove();
        enrollment.Complete(clock.GetUtcNow());
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await list.GetAsync(request.Id, cancellationToken);
    }
}
