using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Enrollments.ListEnrollments;

internal sealed class ListEnrollmentsHandler(IEnrollmentList enrollments)
    : IRequestHandler<ListEnrollmentsQuery, Page<EnrollmentResult>>
{
    public Task<Page<EnrollmentResult>> Handle(ListEnrollmentsQuery request, CancellationToken cancellationToken)
    {
        var email = EmailAddress.TryParse(request.Email, out var parsed, out _) ? parsed : null;
        StepId? step = request.StepId is { } text ? StepId.Parse(text) : null;
        var filter = new EnrollmentFilter(request.AutomationId, request.ContactId, email, request.Statuses, step, request.Version);
        return enrollments.ListAsync(filter, request.Paging, cancellationToken);
    }
}
