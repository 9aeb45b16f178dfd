using System.Collections.Concurrent;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// Counters that this node has counted on, so that a batch need not look for the missing ones each time. One that was
/// erased since makes the batch lose its race; what is decided anew asks the database.
/// </summary>
internal sealed class KnownTallies
{
    private const int Max = 50_000;

    // The hour is null for the counters of a name.
    private readonly ConcurrentDictionary<(WorkspaceId WorkspaceId, string EventName, int? Hour, int Shard), bool> _known = new();

    private readonly ConcurrentDictionary<(WorkspaceId WorkspaceId, AutomationId AutomationId, string StepId, string Path, int Shard), bool> _steps = new();

    /// <summary>Those that may be missing.</summary>
    public EventNameTally[] Unknown(EventNameTally[] tallies) => Array.FindAll(tallies, tally => !_known.ContainsKey(KeyOf(tally)));

    /// <inheritdoc cref="Unknown(EventNameTally[])"/>
    public EventPeriodTally[] Unknown(EventPeriodTally[] tallies) => Array.FindAll(tallies, tally => !_known.ContainsKey(KeyOf(tally)));

    /// <inheritdoc cref="Unknown(EventNameTally[])"/>
    public StepTally[] Unknown(StepTally[] tallies) => Array.FindAll(tallies, tally => !_steps.ContainsKey(KeyOf(tally)));

    /// <inheritdoc cref="Remember(EventNameTally[], EventPeriodTally[])"/>
    public void Remember(StepTally[] tallies)
    {
        if (_steps.Count > Max)
        {
            _steps.Clear();
        }

        Array.ForEach(tallies, tally => _steps.TryAdd(KeyOf(tally), true));
    }

    /// <summary>Remembers what was counted on. Call after the commit, never before.</summary>
    public void Remember(EventNameTally[] names, EventPeriodTally[] periods)
    {
        if (_known.Count > Max)
        {
            Forget();
        }

        Array.ForEach(names, tally => _known.TryAdd(KeyOf(tally), true));
        Array.ForEach(periods, tally => _known.TryAdd(KeyOf(tally), true));
    }

    /// <summary>Forgets everything.</summary>
    public void Forget()
    {
        _known.Clear();
        _steps.Clear();
    }

    private static (WorkspaceId, string, int?, int) KeyOf(EventNameTally tally) => (tally.WorkspaceId, tally.EventName, null, tally.Shard);

    private static (WorkspaceId, string, int?, int) KeyOf(EventPeriodTally tally) => (tally.WorkspaceId, tally.EventName, tally.Hour, tally.Shard);

    private static (WorkspaceId, AutomationId, string, string, int) KeyOf(StepTally tally) =>
        (tally.WorkspaceId, tally.AutomationId, tally.StepId, tally.Path, tally.Shard);
}
