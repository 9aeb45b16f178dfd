using Sendra.Application.Enrollments;

namespace Sendra.WebApi.Contracts.Enrollments;

/// <summary>One contact's run through one automation, with its journey.</summary>
/// <param name="EndedBecause">Why it ended; null while it is active, and for runs that ended before automations had steps.</param>
/// <param name="Journey">All its visits to steps, in order. The last one may still be open.</param>
public sealed record EnrollmentJourneyResponse(
    EnrollmentId Id,
    AutomationId AutomationId,
    string AutomationName,
    ContactId ContactId,
    string Email,
    RunStatus Status,
    DateTimeOffset EnrolledAt,
    EventId EnrolledByEventId,
    DateTimeOffset? EndedAt,
    EventId? ExitedByEventId,
    int Step,
    DateTimeOffset? ResumeAt,
    int Version,
    string? StepId,
    DateTimeOffset? DueAt,
    RunEnd? EndedBecause,
    IReadOnlyList<JourneyVisit> Journey)
{
    internal static EnrollmentJourneyResponse From(EnrollmentJourney one)
    {
        var run = one.Enrollment;
        return new(
            run.Id, run.AutomationId, run.AutomationName, run.ContactId, run.Email, run.Status, run.EnrolledAt, run.EnrolledByEventId,
            run.EndedAt, run.ExitedByEventId, run.Step, run.ResumeAt, run.Version, run.StepId, run.DueAt, one.EndedBecause, one.Journey);
    }
}
