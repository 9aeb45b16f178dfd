using Sendra.Domain.Enrollments;

namespace Sendra.Application.Enrollments;

/// <summary>One contact's run through one automation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AutomationId">The automation.</param>
/// <param name="AutomationName">The automation's current name.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="Email">The contact's email.</param>
/// <param name="Status">The run's status.</param>
/// <param name="EnrolledAt">When it was created.</param>
/// <param name="EnrolledByEventId">The event that created it.</param>
/// <param name="EndedAt">When it ended; null while it is active.</param>
/// <param name="ExitedByEventId">The event that ended it; null if it was exited manually or not at all.</param>
/// <param name="Step">The current step, or the one where it ended, from 1.</param>
/// <param name="ResumeAt">When the run leaves the current step; null if it doesn't wait for a time.</param>
/// <param name="Version">The version of the automation's steps that it goes through.</param>
/// <param name="StepId">The id of the current step, or of the one where it ended; null if its version has no steps.</param>
/// <param name="DueAt">When it continues by itself; while its automation is paused, when it would have continued.</param>
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
    /// <summary>A run as the API returns it.</summary>
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
