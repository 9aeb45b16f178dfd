using Sendra.Domain.Enrollments;

namespace Sendra.Application.Ingestion;

/// <summary>
/// What the decisions on some events depend on, as the automations themselves name it. So a contact that entered a thousand
/// times doesn't load a thousand rows to enter once more.
/// </summary>
public sealed class NeededRuns
{
    private readonly HashSet<RunsKey> _lastRuns = [];
    private readonly HashSet<RunsKey> _lastEnrollments = [];
    private readonly HashSet<RunsKey> _active = [];
    private readonly HashSet<RunsKey> _withTriggers = [];
    private readonly HashSet<RunsKey> _newestActive = [];
    private readonly Dictionary<AwaitingKey, bool> _awaiting = [];
    private readonly HashSet<(WorkspaceId WorkspaceId, ContactId ContactId)> _carriedOn = [];
    private readonly Dictionary<RunsKey, HashSet<KeyHash>> _keys = [];

    /// <summary>Of whose latest run the number is needed, and no more.</summary>
    public IEnumerable<RunsKey> LastRuns => _lastRuns.Except(_lastEnrollments);

    /// <summary>Whose latest run is needed, with its number.</summary>
    public IReadOnlyCollection<RunsKey> LastEnrollments => _lastEnrollments;

    /// <summary>Whose active runs are needed.</summary>
    public IEnumerable<RunsKey> Active => _active.Union(_newestActive.Where(NeedsActive)).Except(_withTriggers);

    /// <summary>Whose active runs are needed, with the properties of the events that made them.</summary>
    public IReadOnlyCollection<RunsKey> ActiveWithTriggers => _withTriggers;

    /// <summary>Of whose active runs the newest is needed, and no other.</summary>
    public IEnumerable<RunsKey> NewestActive => _newestActive.Where(key => !NeedsActive(key));

    /// <summary>Whose runs are needed that wait for an event of a name.</summary>
    public IEnumerable<AwaitingKey> Awaiting => _awaiting.Where(one => !one.Value).Select(one => one.Key);

    /// <summary>Whose runs are needed that wait for an event of a name, with the properties of the events that made them.</summary>
    public IEnumerable<AwaitingKey> AwaitingWithTriggers => _awaiting.Where(one => one.Value).Select(one => one.Key);

    /// <summary>Which keys may be held already.</summary>
    public IEnumerable<(RunsKey Runs, KeyHash Key)> Keys => _keys.SelectMany(keys => keys.Value, (keys, key) => (keys.Key, key));

    /// <summary>Adds what the decisions on one event depend on.</summary>
    /// <param name="contactId">A contact that exists; a new one has no runs.</param>
    /// <param name="incoming">The event.</param>
    public void Add(WorkspaceId workspaceId, WorkspaceRules rules, ContactId contactId, IncomingEvent incoming)
    {
        var eventName = incoming.Name.Value;
        if (rules.Awaited(eventName) is { } awaited)
        {
            _awaiting[new AwaitingKey(workspaceId, contactId, eventName)] = awaited.ReadsTrigger;
            _carriedOn.Add((workspaceId, contactId));
        }

        // The run that sent it goes on with it.
        if (incoming.Origin.EnrollmentId is not null)
        {
            _carriedOn.Add((workspaceId, contactId));
        }

        foreach (var automation in rules.ListeningTo(eventName))
        {
            var key = new RunsKey(workspaceId, contactId, automation.Id);
            AddIf(automation.DependsOnLastRun(eventName), _lastRuns, key);
            AddIf(automation.DependsOnLastEnrollment(eventName), _lastEnrollments, key);
            AddIf(automation.DependsOnActiveRuns(eventName), _active, key);
            AddIf(automation.DependsOnTriggers(eventName), _withTriggers, key);
            AddIf(automation.DependsOnNewestActiveRun(eventName), _newestActive, key);
            if (automation.DependsOnKey(eventName, incoming.Properties) is { } hash)
            {
                (_keys.TryGetValue(key, out var hashes) ? hashes : _keys[key] = []).Add(hash);
            }
        }
    }

    /// <summary>The runs for a working set. It knows only what was needed.</summary>
    /// <param name="lastRuns">The latest runs, as far as there are any.</param>
    /// <param name="active">The active runs that were needed.</param>
    /// <param name="holders">Who holds the keys that were needed, as far as anybody does.</param>
    /// <param name="events">What is known of the events that made these runs.</param>
    public IEnumerable<KeyValuePair<RunsKey, ContactRuns>> Fill(
        IReadOnlyDictionary<RunsKey, LastRun> lastRuns,
        IEnumerable<Enrollment> active,
        IReadOnlyDictionary<(RunsKey Runs, KeyHash Key), EnrollmentId> holders,
        KnownEvents events)
    {
        var activeByKey = active.ToLookup(run => new RunsKey(run.WorkspaceId, run.ContactId, run.AutomationId));
        return _lastRuns.Union(_active).Select(key => KeyValuePair.Create(key, new ContactRuns(
            key.WorkspaceId,
            key.AutomationId,
            key.ContactId,
            _lastRuns.Contains(key) ? lastRuns.GetValueOrDefault(key).Number : null,
            NeedsActive(key) ? activeByKey[key] : null,
            lastRuns.GetValueOrDefault(key).Id,
            _newestActive.Contains(key) ? activeByKey[key] : null,
            _keys.TryGetValue(key, out var keys) ? keys.Select(one => KeyValuePair.Create(one, Holder(holders, (key, one)))) : null,
            events)));
    }

    // A run that an event of the batch carries on may end in it; then the newest that was loaded is no longer the newest that is active.
    private bool NeedsActive(RunsKey key) =>
        _active.Contains(key) || (_newestActive.Contains(key) && _carriedOn.Contains((key.WorkspaceId, key.ContactId)));

    private static void AddIf(bool needed, HashSet<RunsKey> keys, RunsKey key)
    {
        if (needed)
        {
            keys.Add(key);
        }
    }

    private static EnrollmentId? Holder(IReadOnlyDictionary<(RunsKey, KeyHash), EnrollmentId> holders, (RunsKey, KeyHash) key) =>
        holders.TryGetValue(key, out var holder) ? holder : null;
}
