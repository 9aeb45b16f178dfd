using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Enrollments;

/// <summary>Filters for enrollments. A null filter matches all.</summary>
/// <param name="Email">Of the contact with this email.</param>
/// <param name="Status">With this status.</param>
/// <param name="StepId">At this step now.</param>
public sealed record EnrollmentFilter(AutomationId? AutomationId, ContactId? ContactId, EmailAddress? Email, RunStatus? Status, StepId? StepId);
