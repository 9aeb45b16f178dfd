using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Enrollments.ExitEnrollment;

internal sealed class ExitEnrollmentHandler(
    IRepository<Enrollment> enrollments, IEnrollmentList list, IUnitOfWork unitOfWork, TimeProvider clock)
    : IRequestHandler<ExitEnrollmentCommand, EnrollmentResult>
{
    public async Task<EnrollmentResult> Handle(ExitEnrollmentCommand request, CancellationToken cancellationToken)
    {
        var enrollment = await enrollments.GetAsync(EnrollmentSpec.ById(request.Id), "enrollment", cancellationToken);
        enrollment.Exit(clock.GetUtcNow(), byEventId: null);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await list.GetAsync(request.Id, cancellationToken);
    }
}
