using MediatR;
using Sendra.Application.Automations;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Enrollments.AdvanceEnrollment;

internal sealed class AdvanceEnrollmentHandler(
    IRepository<Enrollment> enrollments, IRepository<AutomationVersion> versions, IEnrollmentList list, IUnitOfWork unitOfWork)
    : IRequestHandler<AdvanceEnrollmentCommand, EnrollmentJourney>
{
    public async Task<EnrollmentJourney> Handle(AdvanceEnrollmentCommand request, CancellationToken cancellationToken)
    {
        var enrollment = await enrollments.GetAsync(EnrollmentSpec.ById(request.Id), "enrollment", cancellationToken);
        (await versions.OfRunAsync(enrollment, cancellationToken)).RefuseCallsThatMove();
        enrollment.AdvanceTo(request.Step!.Value, request.ResumeAt);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await list.GetAsync(request.Id, cancellationToken);
    }
}
