using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Enrollments;

/// <summary>Counts what runs did since they were loaded: one tally a step and path, in key order, as every writer counts.</summary>
internal static class StepTallying
{
    public static StepTally[] Of(IEnumerable<Enrollment> runs, int shard) =>
    [
        .. runs.SelectMany(Changes)
            .GroupBy(change => (change.Run.WorkspaceId, change.Run.AutomationId, StepId: change.Step.Value, change.Path))
            .OrderBy(group => group.Key.WorkspaceId).ThenBy(group => group.Key.AutomationId)
            .ThenBy(group => group.Key.StepId, StringComparer.Ordinal).ThenBy(group => group.Key.Path, StringComparer.Ordinal)
            .Select(group => new StepTally
            {
                WorkspaceId = group.Key.WorkspaceId,
                AutomationId = group.Key.AutomationId,
                StepId = group.Key.StepId,
                Path = group.Key.Path,
                Shard = shard,
                Waiting = group.Sum(change => (long)change.Waiting),
                Passed = group.LongCount(change => change.Left is VisitOutcome.Done or VisitOutcome.Skipped),
                Failed = group.LongCount(change => change.Left == VisitOutcome.Failed),
                Cancelled = group.LongCount(change => change.Left == VisitOutcome.Cancelled),
            })
            .Where(tally => tally.Waiting != 0 || tally.Passed != 0 || tally.Failed != 0 || tally.Cancelled != 0),
    ];

    private static IEnumerable<Change> Changes(Enrollment run)
    {
        if (run.Loaded is { EnteredAt: not null, StepId: { } before })
        {
            yield return new Change(run, before, "", -1, null);
        }

        foreach (var visit in run.Left)
        {
            yield return new Change(run, visit.StepId, visit.Path ?? "", 0, visit.Outcome);
        }

        if (run is { EnteredAt: not null, StepId: { } now })
        {
            yield return new Change(run, now, "", 1, null);
        }
    }

    private readonly record struct Change(Enrollment Run, StepId Step, string Path, int Waiting, VisitOutcome? Left);
}
