using Sendra.Domain.Enrollments;

namespace Sendra.Application.Enrollments;

/// <summary>One contact's run through one automation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AutomationId">The automation.</param>
/// <param name="AutomationName">The automation's name now.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="Email">The contact's address.</param>
/// <param name="Status">Where the run stands.</param>
/// <param name="EnrolledAt">When it was made.</param>
/// <param name="EnrolledByEventId">The event that made it.</param>
/// <param name="EndedAt">When it ended; null while it is active.</param>
/// <param name="ExitedByEventId">The event that dropped it; null when it was dropped by hand or not at all.</param>
/// <param name="Step">The current step, or the one at which it ended; from 1.</param>
/// <param name="ResumeAt">When the current step goes on; null when it waits for nothing.</param>
/// <param name="Version">The version of the automation's steps that it goes through.</param>
/// <param name="StepId">The step at which it is, or ended; null when its version has no steps.</param>
/// <param name="DueAt">When it goes on by itself; while its automation is paused, when it would.</param>
public sealed record EnrollmentResult(
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
    DateTimeOffset? DueAt)
{
    /// <summary>A run as it is answered.</summary>
    public static EnrollmentResult Of(Enrollment run, string automationName, string email) => new(
        run.Id,
        run.AutomationId,
        automationName,
        run.ContactId,
        email,
        run.StatusOf(),
        run.EnrolledAt,
        run.EnrolledByEventId,
        run.EndedAt,
        run.ExitedByEventId,
        run.Step,
        run.ResumeAt,
        run.Version,
        run.StepId?.Value,
        run.DueAt ?? run.HeldDueAt);
}
