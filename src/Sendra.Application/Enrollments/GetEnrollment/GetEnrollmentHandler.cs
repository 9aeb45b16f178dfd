using MediatR;

namespace Sendra.Application.Enrollments.GetEnrollment;

internal sealed class GetEnrollmentHandler(IEnrollmentList enrollments) : IRequestHandler<GetEnrollmentQuery, EnrollmentJourney>
{
    public Task<EnrollmentJourney> Handle(GetEnrollmentQuery request, CancellationToken cancellationToken) =>
        enrollments.GetAsync(request.Id, cancellationToken);
}
