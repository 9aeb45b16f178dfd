using MediatR;

namespace Sendra.Application.Enrollments.ExitEnrollment;

internal sealed class ExitEnrollmentHandler(IRunsByHand runs, IEnrollmentList list) : IRequestHandler<ExitEnrollmentCommand, EnrollmentJourney>
{
    public async Task<EnrollmentJourney> Handle(ExitEnrollmentCommand request, CancellationToken cancellationToken)
    {
        await runs.ExitAsync(request.Id, cancellationToken);
        return await list.GetAsync(request.Id, cancellationToken);
    }
}
