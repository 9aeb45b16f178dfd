using Sendra.Domain.Enrollments;

namespace Sendra.Application.Ingestion;

/// <summary>
/// What the decisions on some events depend on, as the automations themselves name it: a contact that entered a thousand
/// times does not bring a thousand rows along to enter once more.
/// </summary>
public sealed class NeededRuns
{
    private readonly HashSet<RunsKey> _lastRuns = [];
    private readonly HashSet<RunsKey> _active = [];

    /// <summary>Whose latest run's number is needed.</summary>
    public IReadOnlyCollection<RunsKey> LastRuns => _lastRuns;

    public IReadOnlyCollection<RunsKey> Active => _active;

    /// <summary>Adds what the decisions on one event depend on.</summary>
    /// <param name="contactId">A contact that is known already; a new one has no runs.</param>
    /// <param name="eventName">The event's name.</param>
    public void Add(WorkspaceId workspaceId, WorkspaceRules rules, ContactId contactId, string eventName)
    {
        foreach (var automation in rules.ListeningTo(eventName))
        {
            var key = new RunsKey(workspaceId, contactId, automation.Id);
            if (automation.DependsOnLastRun(eventName))
            {
                _lastRuns.Add(key);
            }

            if (automation.DependsOnActiveRuns(eventName))
            {
                _active.Add(key);
            }
        }
    }

    /// <summary>The runs for a working set, in which nothing is known that was not needed.</summary>
    /// <param name="lastRuns">The numbers of the latest runs, as far as there are any.</param>
    /// <param name="active">The active runs.</param>
    public IEnumerable<KeyValuePair<RunsKey, ContactRuns>> Fill(IReadOnlyDictionary<RunsKey, int> lastRuns, IEnumerable<Enrollment> active)
    {
        var activeByKey = active.ToLookup(run => new RunsKey(run.WorkspaceId, run.ContactId, run.AutomationId));
        return _lastRuns.Union(_active).Select(key => KeyValuePair.Create(key, new ContactRuns(
            key.WorkspaceId,
            key.AutomationId,
            key.ContactId,
            _lastRuns.Contains(key) ? lastRuns.GetValueOrDefault(key) : null,
            _active.Contains(key) ? activeByKey[key] : null)));
    }
}
