using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Enrollments.AdvanceEnrollment;

internal sealed class AdvanceEnrollmentHandler(
    IRepository<Enrollment> enrollments, IEnrollmentList list, IUnitOfWork unitOfWork)
    : IRequestHandler<AdvanceEnrollmentCommand, EnrollmentResult>
{
    public async Task<EnrollmentResult> Handle(AdvanceEnrollmentCommand request, CancellationToken cancellationToken)
    {
        var enrollment = await enrollments.GetAsync(EnrollmentSpec.ById(request.Id), "enrollment", cancellationToken);
        enrollment.AdvanceTo(request.Step!.Value, request.ResumeAt);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await list.GetAsync(request.Id, cancellationToken);
    }
}
