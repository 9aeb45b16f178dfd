using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;

namespace Sendra.Domain.Enrollments;

/// <summary>One contact's run through one automation.</summary>
public sealed class Enrollment : IWorkspaceOwned
{
    /// <summary>The step where every run begins.</summary>
    public const int FirstStep = 1;

    /// <summary>The greatest step.</summary>
    public const int MaxStep = 10_000;

    /// <summary>How often a walk can fail at one step before its run is parked (F6).</summary>
    public const int MaxFailures = 5;

    /// <summary>The maximum length of the error for which a run is parked, in characters.</summary>
    public const int MaxErrorLength = 500;

    /// <summary>The greatest depth of an event that a step sends (F12).</summary>
    public const int MaxDepth = 8;

    /// <summary>How long a run waits after its walk has failed.</summary>
    public static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    private readonly List<Visit> _left = [];

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

    public EnrollmentId Id { get; }

    public WorkspaceId WorkspaceId { get; }

    public AutomationId AutomationId { get; }

    public ContactId ContactId { get; }

    /// <summary>
    /// Which run of the contact through this automation it is, from 1. Unique per contact and automation: "one time"
    /// only ever makes run 1, so the database refuses a second one, whichever mode made the first (A3).
    /// </summary>
    public int Run { get; }

    /// <summary>The automation's version whose steps it goes through.</summary>
    public int Version { get; private set; }

    /// <summary>The run's status.</summary>
    public EnrollmentStatus Status { get; private set; }

    /// <summary>The current step, or the one at which the run ended; from 1.</summary>
    public int Step { get; private set; }

    /// <summary>The event that made it.</summary>
    public EventId EnrolledByEventId { get; }

    /// <summary>How many sent events lead to the one that made it: 0 when that came from outside (F12).</summary>
    public int Depth { get; private set; }

    /// <summary>
    /// The key by which it was made, where its automation enrolls once for each key: unique per contact and automation, so
    /// the database refuses a second one. Null under every other frequency.
    /// </summary>
    public KeyHash? KeyHash { get; private set; }

    /// <summary>The timer: when the current step goes on. Gone once the run has ended (A4).</summary>
    public DateTimeOffset? ResumeAt { get; private set; }

    /// <summary>When the run ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The event that dropped it; null when it was dropped by hand or not at all.</summary>
    public EventId? ExitedByEventId { get; private set; }

    /// <summary>The step at which it is, or at which it ended; null in a workflow without steps (F10).</summary>
    public StepId? StepId { get; private set; }

    /// <summary>The number of the visit that is open, or was last; 0 when there was none, or they were forgotten after its end (L3).</summary>
    public int VisitNumber { get; private set; }

    /// <summary>When the open visit began; null when none is open.</summary>
    public DateTimeOffset? EnteredAt { get; private set; }

    /// <summary>When the open visit goes on by itself. Gone once the run has ended or is parked.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When the open visit would go on, were its automation not paused (F9). It is out of the due runs meanwhile.</summary>
    public DateTimeOffset? HeldDueAt { get; private set; }

    /// <summary>True when the end of the open visit depends on the contact, and is recalculated when the contact changes.</summary>
    public bool WaitsOnContact { get; private set; }

    /// <summary>The name of the event that the open visit waits for; null when it waits for none.</summary>
    public string? AwaitedEvent { get; private set; }

    /// <summary>
    /// The event that the open visit waited for. It has arrived and takes effect when the run is carried on: at once, or when its automation
    /// is activated or the run is retried.
    /// </summary>
    public EventId? ReceivedEventId { get; private set; }

    /// <summary>The event that moved it last, which steps read as <c>event</c>; null while that is the one that made it.</summary>
    public EventId? MovedByEventId { get; private set; }

    /// <summary>Where it stood when it was loaded; null for a run that was begun since.</summary>
    public RunPosition? Loaded { get; private set; }

    /// <summary>What the open visit wants done outside, as far as that is not stored yet.</summary>
    public Effect? Wanted { get; private set; }

    /// <summary>True when an exit has cut off a visit whose effect may still wait to be done (F2).</summary>
    public bool CutsEffectOff => Loaded is { MayAwaitEffect: true } && EndedBecause is not (null or EndReason.Completed);

    /// <summary>Why it ended; null while it is active, and for what ended before workflows had steps.</summary>
    public EndReason? EndedBecause { get; private set; }

    /// <summary>How often its walk has failed at this step.</summary>
    public int Failures { get; private set; }

    /// <summary>The error for which it was parked; null when it is not.</summary>
    public string? ParkedBecause { get; private set; }

    /// <summary>True when its walk has failed too often: still active for exits and frequencies, but it does not go on by itself (F6).</summary>
    public bool IsParked => Status == EnrollmentStatus.Active && ParkedBecause is not null;

    /// <summary>The visits that were left since this was loaded, in order: what is yet to be written.</summary>
    public IReadOnlyList<Visit> Left => _left;

    public DateTimeOffset EnrolledAt => TimeOrderedId.TimeOf(Id);

    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="run">Which run of the contact through the automation it is, from 1.</param>
    /// <param name="version">The automation's version whose steps it goes through.</param>
    /// <param name="eventId">The event that makes it.</param>
    /// <param name="key">The key by which it is made, or null.</param>
    public static Enrollment Begin(EnrollmentId id, WorkspaceId workspaceId, AutomationId automationId, ContactId contactId, int run, int version, EventId eventId, KeyHash? key = null) =>
        new(id, workspaceId, automationId, contactId, run, version, EnrollmentStatus.Active, FirstStep, eventId, null, null, null) { KeyHash = key };

    /// <summary>Notes that a sent event made it.</summary>
    /// <param name="depth">The depth of that event, from 0.</param>
    public void MadeAtDepth(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        Depth = depth;
    }

    /// <summary>An active run as it was stored.</summary>
    /// <param name="run">Which run of the contact it is.</param>
    /// <param name="version">The automation's version whose steps it goes through.</param>
    /// <param name="step">The current step.</param>
    /// <param name="enrolledByEventId">The event that made it.</param>
    /// <param name="resumeAt">Its timer.</param>
    public static Enrollment RestoreActive(EnrollmentId id, WorkspaceId workspaceId, AutomationId automationId, ContactId contactId, int run, int version, int step, EventId enrolledByEventId, DateTimeOffset? resumeAt) =>
        new(id, workspaceId, automationId, contactId, run, version, EnrollmentStatus.Active, step, enrolledByEventId, resumeAt, null, null);

    /// <summary>An active run as it was stored, at its place in a workflow.</summary>
    public static Enrollment RestoreActive(EnrollmentId id, WorkspaceId workspaceId, AutomationId automationId, ContactId contactId, int run, int version, int step, EventId enrolledByEventId, DateTimeOffset? resumeAt, RunPosition position)
    {
        var enrollment = RestoreActive(id, workspaceId, automationId, contactId, run, version, step, enrolledByEventId, resumeAt);
        enrollment.Loaded = position;
        enrollment.StepId = position.StepId;
        enrollment.VisitNumber = position.VisitNumber;
        enrollment.EnteredAt = position.EnteredAt;
        enrollment.DueAt = position.DueAt;
        enrollment.HeldDueAt = position.HeldDueAt;
        enrollment.WaitsOnContact = position.WaitsOnContact;
        enrollment.Failures = position.Failures;
        enrollment.ParkedBecause = position.ParkedBecause;
        enrollment.AwaitedEvent = position.AwaitedEvent;
        enrollment.ReceivedEventId = position.ReceivedEventId;
        enrollment.MovedByEventId = position.MovedByEventId;
        enrollment.Depth = position.Depth;
        return enrollment;
    }

    /// <summary>Follows another version from now on (F7). Where it is and since when stays.</summary>
    /// <param name="version">From 1.</param>
    /// <exception cref="ConflictException"><c>enrollmentEnded</c>: the run has ended.</exception>
    public void Follow(int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        RequireActive("moved");
        Version = version;
    }

    /// <summary>Comes to a step: the next visit begins.</summary>
    /// <exception cref="ConflictException"><c>enrollmentEnded</c>: the run has ended.</exception>
    /// <exception cref="InvalidOperationException">It has not left the step at which it is.</exception>
    public void Enter(StepId step, DateTimeOffset now)
    {
        RequireActive("moved on");
        if (EnteredAt is not null)
        {
            throw new InvalidOperationException($"The run is still at step {StepId}.");
        }

        StepId = step;
        VisitNumber++;
        EnteredAt = now;
    }

    /// <summary>Rests at its step until a time, or until something wakes it.</summary>
    /// <param name="dueAt">When it goes on by itself; null for never.</param>
    /// <param name="waitsOnContact">True when that time depends on the contact.</param>
    /// <param name="awaitedEvent">The name of the event for which it waits until then, or null.</param>
    public void Rest(DateTimeOffset? dueAt, bool waitsOnContact = false, string? awaitedEvent = null)
    {
        RequireVisit();
        DueAt = dueAt;
        HeldDueAt = null;
        WaitsOnContact = waitsOnContact;
        AwaitedEvent = awaitedEvent;
    }

    /// <summary>Takes the event that it waits for: it goes on with it as soon as it may.</summary>
    /// <param name="mayGoOn">False while its automation is paused: it is set aside then, and no timeout beats the event any more.</param>
    public void Receive(EventId eventId, bool mayGoOn)
    {
        RequireVisit();
        if (AwaitedEvent is null)
        {
            throw new InvalidOperationException($"The run waits for no event at step {StepId}.");
        }

        AwaitedEvent = null;
        ReceivedEventId = eventId;

        // A parked run has no time of its own: a person lets it go on.
        DateTimeOffset? goesOnAt = IsParked ? null : TimeOrderedId.TimeOf(eventId);
        DueAt = mayGoOn ? goesOnAt : null;
        HeldDueAt = mayGoOn ? null : goesOnAt;
    }

    /// <summary>Rests at its step until something is done through the outbox.</summary>
    /// <param name="kind">What is wanted; null when that is stored already.</param>
    /// <param name="mail">The mail, when it is one.</param>
    /// <param name="content">What is handed over, when that is known by now.</param>
    public void Await(EffectKind? kind, WantedMail? mail = null, string? content = null)
    {
        Rest(dueAt: null);
        Wanted = kind is { } wanted ? Effect.Of(this, wanted, mail, content) : null;
    }

    /// <summary>Sets a run aside that came due while its automation is not live (F9).</summary>
    public void Hold()
    {
        RequireVisit();
        HeldDueAt = DueAt;
        DueAt = null;
    }

    /// <summary>Leaves its step: the open visit is over.</summary>
    /// <param name="sent">The event that it sent there.</param>
    /// <exception cref="ConflictException"><c>enrollmentEnded</c>: the run has ended.</exception>
    /// <exception cref="InvalidOperationException">It is at no step.</exception>
    public void Leave(DateTimeOffset now, VisitOutcome outcome, string? path = null, VisitCode? code = null, string? detail = null, EventId? sent = null)
    {
        RequireVisit();
        MovedByEventId = ReceivedEventId ?? MovedByEventId;
        CloseVisit(now, outcome, path, code, detail, sent);
        Failures = 0;
        ParkedBecause = null;
    }

    /// <summary>Notes that its walk has thrown. The fifth time at one step, it is parked (F6).</summary>
    /// <param name="error">What went wrong, for people.</param>
    /// <param name="retryAt">When it is tried again, unless it is parked.</param>
    public void Fail(string error, DateTimeOffset retryAt)
    {
        RequireVisit();
        Failures++;
        var isParked = Failures >= MaxFailures;
        ParkedBecause = isParked ? Text.Truncate(error.Replace('\0', '\uFFFD'), MaxErrorLength) : null;
        DueAt = isParked ? null : retryAt;
    }

    /// <summary>Lets a parked run try again.</summary>
    /// <exception cref="ConflictException"><c>enrollmentNotParked</c>, or <c>enrollmentEnded</c>.</exception>
    public void Retry(DateTimeOffset now)
    {
        RequireActive("retried");
        if (!IsParked)
        {
            throw new ConflictException("enrollmentNotParked", "This enrollment isn't parked, so there is nothing to retry.");
        }

        Failures = 0;
        ParkedBecause = null;
        DueAt = now;
    }

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
    /// <exception cref="ConflictException"><c>enrollmentEnded</c>: the run has ended before (A8).</exception>
    public void Complete(DateTimeOffset now)
    {
        RequireActive("completed");
        if (EnteredAt is not null)
        {
            throw new InvalidOperationException($"The run is still at step {StepId}.");
        }

        End(EnrollmentStatus.Completed, EndReason.Completed, now, null);
    }

    /// <summary>Drops the run at whatever step it is.</summary>
    /// <param name="byEventId">The event that drops it, or null when it is dropped by hand.</param>
    /// <exception cref="ConflictException"><c>enrollmentEnded</c>: the run has ended before (A8).</exception>
    public void Exit(DateTimeOffset now, EventId? byEventId)
    {
        RequireActive("exited");
        Exit(byEventId is null ? EndReason.ByHand : EndReason.ExitEvent, now, byEventId);
    }

    /// <summary>Ends the run with its automation (F9).</summary>
    /// <exception cref="ConflictException"><c>enrollmentEnded</c>: the run has ended before.</exception>
    public void ExitWithAutomation(DateTimeOffset now)
    {
        RequireActive("exited");
        Exit(EndReason.AutomationArchived, now, null);
    }

    private static VisitCode CodeOf(EndReason because) => because switch
    {
        EndReason.ExitEvent => VisitCode.ExitEvent,
        EndReason.ByHand => VisitCode.ByHand,
        EndReason.AutomationArchived => VisitCode.AutomationArchived,
        _ => throw new InvalidOperationException($"{because} cuts no visit off."),
    };

    private void Exit(EndReason because, DateTimeOffset now, EventId? byEventId)
    {
        if (EnteredAt is not null)
        {
            CloseVisit(now, VisitOutcome.Cancelled, null, CodeOf(because), null);
        }

        End(EnrollmentStatus.Exited, because, now, byEventId);
    }

    private void CloseVisit(DateTimeOffset now, VisitOutcome outcome, string? path, VisitCode? code, string? detail, EventId? sent = null)
    {
        _left.Add(Visit.Close(this, now, outcome, path, code, detail, sent));
        EnteredAt = null;
        DueAt = null;
        HeldDueAt = null;
        WaitsOnContact = false;
        AwaitedEvent = null;
        ReceivedEventId = null;
        Wanted = null;
    }

    private void RequireVisit()
    {
        RequireActive("moved on");
        if (EnteredAt is null)
        {
            throw new InvalidOperationException("The run is at no step.");
        }
    }

    private void RequireActive(string verb)
    {
        if (Status != EnrollmentStatus.Active)
        {
            throw new ConflictException("enrollmentEnded", $"This enrollment is {Status.ToString().ToLowerInvariant()} and can't be {verb}.");
        }
    }

    private void End(EnrollmentStatus status, EndReason because, DateTimeOffset now, EventId? byEventId)
    {
        Status = status;
        EndedBecause = because;
        ParkedBecause = null;
        EndedAt = now;
        ExitedByEventId = byEventId;
        ResumeAt = null;
    }
}
