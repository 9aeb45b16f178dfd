using Sendra.Domain.Common;

namespace Sendra.Domain.Enrollments;

/// <summary>One contact's run through one automation.</summary>
public sealed class Enrollment : IWorkspaceOwned
{
    /// <summary>The step at which every run begins.</summary>
    public const int FirstStep = 1;

    /// <summary>The greatest step.</summary>
    public const int MaxStep = 10_000;

    private Enrollment(EnrollmentId id, WorkspaceId workspaceId, AutomationId automationId, ContactId contactId, int run, int version, EnrollmentStatus status, int step, EventId enrolledByEventId, DateTimeOffset? resumeAt, DateTimeOffset? endedAt, EventId? exitedByEventId)
    {
        Id = id;
        WorkspaceId = workspaceId;
        AutomationId = automationId;
        ContactId = contactId;
        Run = run;
        Version = version;
        Status = status;
        Step = step;
        EnrolledByEventId = enrolledByEventId;
        ResumeAt = resumeAt;
        EndedAt = endedAt;
        ExitedByEventId = exitedByEventId;
    }

    /// <summary>Its id.</summary>
    public EnrollmentId Id { get; }

    /// <inheritdoc />
    public WorkspaceId WorkspaceId { get; }

    /// <summary>The automation.</summary>
    public AutomationId AutomationId { get; }

    /// <summary>The contact.</summary>
    public ContactId ContactId { get; }

    /// <summary>
    /// The contact's how-manieth run through this automation, from 1. Unique per contact and automation: "one time"
    /// only ever makes run 1, so the database refuses a second one, whichever mode made the first (A3).
    /// </summary>
    public int Run { get; }

    /// <summary>The automation's version whose steps it goes through.</summary>
    public int Version { get; private set; }

    /// <summary>Where the run stands.</summary>
    public EnrollmentStatus Status { get; private set; }

    /// <summary>The current step, or the one at which the run ended; from 1.</summary>
    public int Step { get; private set; }

    /// <summary>The event that made it.</summary>
    public EventId EnrolledByEventId { get; }

    /// <summary>The timer: when the current step goes on. Gone once the run has ended (A4).</summary>
    public DateTimeOffset? ResumeAt { get; private set; }

    /// <summary>When the run ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The event that dropped it; null when it was dropped by hand or not at all.</summary>
    public EventId? ExitedByEventId { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset EnrolledAt => TimeOrderedId.TimeOf(Id);

    /// <summary>Begins a run.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="automationId">The automation.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="run">The contact's how-manieth run through the automation, from 1.</param>
    /// <param name="version">The automation's version whose steps it goes through.</param>
    /// <param name="eventId">The event that makes it.</param>
    public static Enrollment Begin(EnrollmentId id, WorkspaceId workspaceId, AutomationId automationId, ContactId contactId, int run, int version, EventId eventId) =>
        new(id, workspaceId, automationId, contactId, run, version, EnrollmentStatus.Active, FirstStep, eventId, null, null, null);

    /// <summary>An active run as it was stored.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="automationId">The automation.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="run">Which run of the contact it is.</param>
    /// <param name="version">The automation's version whose steps it goes through.</param>
    /// <param name="step">The current step.</param>
    /// <param name="enrolledByEventId">The event that made it.</param>
    /// <param name="resumeAt">Its timer.</param>
    public static Enrollment RestoreActive(EnrollmentId id, WorkspaceId workspaceId, AutomationId automationId, ContactId contactId, int run, int version, int step, EventId enrolledByEventId, DateTimeOffset? resumeAt) =>
        new(id, workspaceId, automationId, contactId, run, version, EnrollmentStatus.Active, step, enrolledByEventId, resumeAt, null, null);

    /// <summary>Goes on to a step, perhaps waiting there.</summary>
    /// <param name="step">From <see cref="FirstStep"/> to <see cref="MaxStep"/>.</param>
    /// <param name="resumeAt">When the step goes on, or null when it waits for nothing.</param>
    /// <exception cref="ConflictException"><c>enrollmentEnded</c>: the run has ended (A8).</exception>
    public void AdvanceTo(int step, DateTimeOffset? resumeAt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, FirstStep);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, MaxStep);
        RequireActive("advanced");
        Step = step;
        ResumeAt = resumeAt;
    }

    /// <summary>Ends the run after its last step.</summary>
    /// <param name="now">The time.</param>
    /// <exception cref="ConflictException"><c>enrollmentEnded</c>: the run has ended before (A8).</exception>
    public void Complete(DateTimeOffset now)
    {
        RequireActive("completed");
        End(EnrollmentStatus.Completed, now, null);
    }

    /// <summary>Drops the run at whatever step it is.</summary>
    /// <param name="now">The time.</param>
    /// <param name="byEventId">The event that drops it, or null when it is dropped by hand.</param>
    /// <exception cref="ConflictException"><c>enrollmentEnded</c>: the run has ended before (A8).</exception>
    public void Exit(DateTimeOffset now, EventId? byEventId)
    {
        RequireActive("exited");
        End(EnrollmentStatus.Exited, now, byEventId);
    }

    private void RequireActive(string verb)
    {
        if (Status != EnrollmentStatus.Active)
        {
            throw new ConflictException("enrollmentEnded", $"This enrollment is {Status.ToString().ToLowerInvariant()} and can't be {verb}.");
        }
    }

    private void End(EnrollmentStatus status, DateTimeOffset now, EventId? byEventId)
    {
        Status = status;
        EndedAt = now;
        ExitedByEventId = byEventId;
        ResumeAt = null;
    }
}
