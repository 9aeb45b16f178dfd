using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Enrollments;

/// <summary>Filters for enrollments. A null filter, or an empty one, matches all.</summary>
/// <param name="Email">Of the contact with this email.</param>
/// <param name="Statuses">With one of these statuses; empty for all.</param>
/// <param name="StepId">At this step now.</param>
/// <param name="Version">By this version of the automation's steps.</param>
public sealed record EnrollmentFilter(AutomationId? AutomationId, ContactId? ContactId, EmailAddress? Email, IReadOnlyCollection<RunStatus> Statuses, StepId? StepId, int? Version);
