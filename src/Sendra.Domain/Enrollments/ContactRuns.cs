using Sendra.Domain.Common;

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
/// <param name="events">What is known of the events that made the runs.</param>
public sealed class ContactRuns(
    WorkspaceId workspaceId,
    AutomationId automationId,
    ContactId contactId,
    int? lastRun,
    IEnumerable<Enrollment>? active,
    EnrollmentId? last = null,
    IEnumerable<Enrollment>? newestActive = null,
    IEnumerable<KeyValuePair<KeyHash, EnrollmentId?>>? keys = null,
    KnownEvents? events = null)
{
    private readonly bool _knowsActive = active is not null;
    private readonly bool _knowsNewestActive = (active ?? newestActive) is not null;
    private readonly List<Enrollment> _active = [.. (active ?? newestActive ?? []).OrderBy(run => run.Run)];
    private readonly Dictionary<KeyHash, EnrollmentId?>? _keys = keys is null ? null : new(keys);
    private readonly List<Enrollment> _begun = [];
    private readonly HashSet<Enrollment> _fresh = [];
    private readonly List<Enrollment> _dropped = [];
    private int? _lastRun = lastRun;
    private EnrollmentId? _last = last;
    private bool _isNew;

    /// <summary>The runs of a contact that is new, so that there can be none.</summary>
    public static ContactRuns None(WorkspaceId workspaceId, AutomationId automationId, ContactId contactId, KnownEvents? events = null) =>
        new(workspaceId, automationId, contactId, 0, [], keys: [], events: events) { _isNew = true };

    /// <summary>The number of the latest run, 0 when there was none.</summary>
    public int LastRun => _lastRun ?? throw NotLoaded("the latest run");

    /// <summary>The latest run, however it ended and in whichever mode it was made (A3); null when there was none.</summary>
    public EnrollmentId? LastEnrollment => LastRun == 0 ? null : _last ?? throw NotLoaded("the latest enrollment");

    /// <summary>The runs under way, oldest first.</summary>
    public IReadOnlyList<Enrollment> Active => _knowsActive ? UnderWay : throw NotLoaded("the active runs");

    /// <summary>The newest of the runs under way; null when none is.</summary>
    public Enrollment? NewestActive => _knowsNewestActive ? UnderWay.MaxBy(run => run.Run) : throw NotLoaded("the newest active run");

    // Steps may have ended some since they were loaded or begun.
    private List<Enrollment> UnderWay => _active.FindAll(run => run.Status == EnrollmentStatus.Active);

    /// <summary>The runs that were begun since this was loaded, whatever became of them.</summary>
    public IReadOnlyList<Enrollment> Begun => _begun;

    /// <summary>The runs that were under way when this was loaded and were dropped since.</summary>
    public IReadOnlyList<Enrollment> Dropped => _dropped;

    /// <summary>The enrollment that was made by a key, however it ended; null when there is none.</summary>
    public EnrollmentId? HolderOf(KeyHash key) =>
        _keys?.TryGetValue(key, out var holder) == true ? holder : _isNew ? null : throw NotLoaded("the holder of a key");

    /// <summary>The properties of the event that made a run; null when it had none, or is no longer in the log.</summary>
    public RawJson? TriggerOf(Enrollment run) => (events ?? throw NotLoaded("the events that made the runs")).PropertiesOf(run.EnrolledByEventId);

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
        _fresh.Add(enrollment);
        return enrollment;
    }

    /// <summary>Drops runs that are under way (A4).</summary>
    /// <param name="eventId">The event that drops them.</param>
    /// <param name="which">Which of them.</param>
    /// <returns>The dropped runs, oldest first.</returns>
    public IReadOnlyList<Enrollment> Exit(DateTimeOffset now, EventId eventId, Predicate<Enrollment> which)
    {
        Enrollment[] exited = [.. Active.Where(run => which(run))];
        foreach (var run in exited)
        {
            run.Exit(now, eventId);
        }

        _dropped.AddRange(exited.Where(run => !_fresh.Contains(run)));
        _active.RemoveAll(run => run.Status != EnrollmentStatus.Active);
        return exited;
    }

    private InvalidOperationException NotLoaded(string what) =>
        new($"A decision of automation {automationId} asked for {what}, which was not loaded: Automation.DependsOn… must name it.");
}
