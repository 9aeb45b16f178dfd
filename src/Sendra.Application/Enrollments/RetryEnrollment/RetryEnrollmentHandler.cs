using MediatR;

namespace Sendra.Application.Enrollments.RetryEnrollment;

internal sealed class RetryEnrollmentHandler(IRunsByHand runs, IEnrollmentList list) : IRequestHandler<RetryEnrollmentCommand, EnrollmentJourney>
{
    public async Task<EnrollmentJourney> Handle(RetryEnrollmentCommand request, CancellationToken cancellationToken)
    {
        await runs.RetryAsync(request.Id, cancellationToken);
        return await list.GetAsync(request.Id, cancellationToken);
    }
}
