namespace Sendra.Domain.Enrollments;

/// <summary>
/// What a decision must know about one contact in one automation, as far as it was loaded: asking for what was not is a
/// bug, and throws. Remembers what decisions change, so that the next event sees it.
/// </summary>
/// <param name="lastRun">The number of the latest run, 0 when there was none; null when it was not loaded.</param>
/// <param name="active">The runs under way; null when they were not loaded.</param>
public sealed class ContactRuns(WorkspaceId workspaceId, AutomationId automationId, ContactId contactId, int? lastRun, IEnumerable<Enrollment>? active)
{
    private readonly bool _knowsActive = active is not null;
    private readonly List<Enrollment> _active = [.. active ?? []];
    private readonly List<Enrollment> _begun = [];
    private readonly List<Enrollment> _dropped = [];
    private int? _lastRun = lastRun;

    /// <summary>The runs of a contact that is new, so that there can be none.</summary>
    public static ContactRuns None(WorkspaceId workspaceId, AutomationId automationId, ContactId contactId) => new(workspaceId, automationId, contactId, 0, []);

    /// <summary>True when any run was ever made, however it ended and in whichever mode it was made (A3).</summary>
    public bool WasEverEnrolled => LastRun > 0;

    /// <summary>The number of the latest run, 0 when there was none.</summary>
    public int LastRun => _lastRun ?? throw NotLoaded("the latest run");

    /// <summary>The runs under way.</summary>
    public IReadOnlyList<Enrollment> Active => _knowsActive ? _active : throw NotLoaded("the active runs");

    /// <summary>The runs that were begun since this was loaded, whatever became of them.</summary>
    public IReadOnlyList<Enrollment> Begun => _begun;

    /// <summary>The runs that were under way when this was loaded and were dropped since.</summary>
    public IReadOnlyList<Enrollment> Dropped => _dropped;

    /// <summary>Begins the next run.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="eventId">The event that makes it.</param>
    /// <param name="version">The automation's version that it goes through.</param>
    public Enrollment Enroll(EnrollmentId id, EventId eventId, int version)
    {
        _lastRun = LastRun + 1;
        var enrollment = Enrollment.Begin(id, workspaceId, automationId, contactId, LastRun, version, eventId);
        _active.Add(enrollment);
        _begun.Add(enrollment);
        return enrollment;
    }

    /// <summary>Drops every run that is under way (A4).</summary>
    /// <param name="eventId">The event that drops them.</param>
    /// <returns>The dropped runs, oldest first.</returns>
    public IReadOnlyList<Enrollment> ExitAll(DateTimeOffset now, EventId eventId)
    {
        Enrollment[] exited = [.. Active.OrderBy(enrollment => enrollment.Run)];
        _active.Clear();
        foreach (var enrollment in exited)
        {
            enrollment.Exit(now, eventId);
            if (!_begun.Contains(enrollment))
            {
                _dropped.Add(enrollment);
            }
        }

        return exited;
    }

    private InvalidOperationException NotLoaded(string what) =>
        new($"A decision of automation {automationId} asked for {what}, which was not loaded: Automation.DependsOn… must name it.");
}
