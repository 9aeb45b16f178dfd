namespace Sendra.Domain.Enrollments;

/// <summary>
/// What a decision must know about one contact in one automation, as far as it was loaded: asking for what was not is a
/// bug, and throws. Remembers what decisions change, so that the next event sees it.
/// </summary>
/// <param name="lastRun">The number of the latest run, 0 when there was none; null when it was not loaded.</param>
/// <param name="active">The runs under way; null when they were not loaded.</param>
/// <param name="last">The latest run; null when there was none, or only its number was loaded.</param>
/// <param name="newestActive">The newest of the runs under way, where not all were loaded: one or none; null when it was not loaded either.</param>
/// <param name="keys">Who holds the keys that decisions may ask for, null where nobody does.</param>
public sealed class ContactRuns(
    WorkspaceId workspaceId,
    AutomationId automationId,
    ContactId contactId,
    int? lastRun,
    IEnumerable<Enrollment>? active,
    EnrollmentId? last = null,
    IEnumerable<Enrollment>? newestActive = null,
    IEnumerable<KeyValuePair<KeyHash, EnrollmentId?>>? keys = null)
{
    private readonly bool _knowsActive = active is not null;
    private readonly bool _knowsNewestActive = (active ?? newestActive) is not null;
    private readonly List<Enrollment> _active = [.. active ?? newestActive ?? []];
    private readonly Dictionary<KeyHash, EnrollmentId?>? _keys = keys is null ? null : new(keys);
    private readonly List<Enrollment> _begun = [];
    private readonly List<Enrollment> _dropped = [];
    private int? _lastRun = lastRun;
    private EnrollmentId? _last = last;
    private bool _isNew;

    /// <summary>The runs of a contact that is new, so that there can be none.</summary>
    public static ContactRuns None(WorkspaceId workspaceId, AutomationId automationId, ContactId contactId) =>
        new(workspaceId, automationId, contactId, 0, [], keys: []) { _isNew = true };

    /// <summary>The number of the latest run, 0 when there was none.</summary>
    public int LastRun => _lastRun ?? throw NotLoaded("the latest run");

    /// <summary>The latest run, however it ended and in whichever mode it was made (A3); null when there was none.</summary>
    public EnrollmentId? LastEnrollment => LastRun == 0 ? null : _last ?? throw NotLoaded("the latest enrollment");

    /// <summary>The runs under way.</summary>
    public IReadOnlyList<Enrollment> Active => _knowsActive ? UnderWay : throw NotLoaded("the active runs");

    /// <summary>The newest of the runs under way; null when none is.</summary>
    public Enrollment? NewestActive => _knowsNewestActive ? UnderWay.MaxBy(run => run.Run) : throw NotLoaded("the newest active run");

    // One that was begun here may have come to its end since.
    private List<Enrollment> UnderWay => _active.FindAll(run => run.Status == EnrollmentStatus.Active);

    /// <summary>The runs that were begun since this was loaded, whatever became of them.</summary>
    public IReadOnlyList<Enrollment> Begun => _begun;

    /// <summary>The runs that were under way when this was loaded and were dropped since.</summary>
    public IReadOnlyList<Enrollment> Dropped => _dropped;

    /// <summary>The enrollment that was made by a key, however it ended; null when there is none.</summary>
    public EnrollmentId? HolderOf(KeyHash key) =>
        _keys?.TryGetValue(key, out var holder) == true ? holder : _isNew ? null : throw NotLoaded("the holder of a key");

    /// <summary>Begins the next run: the one after the last that the decision saw (A3).</summary>
    /// <param name="id">A new id.</param>
    /// <param name="eventId">The event that makes it.</param>
    /// <param name="version">The automation's version that it goes through.</param>
    /// <param name="key">The key that it holds from now on.</param>
    public Enrollment Enroll(EnrollmentId id, EventId eventId, int version, KeyHash? key = null)
    {
        _lastRun = LastRun + 1;
        _last = id;
        if (key is { } held)
        {
            _keys![held] = id;
        }

        var enrollment = Enrollment.Begin(id, workspaceId, automationId, contactId, LastRun, version, eventId, key);
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
