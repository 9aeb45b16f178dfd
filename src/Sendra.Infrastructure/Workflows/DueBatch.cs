using Sendra.Domain.Automations;
using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Carries on the runs that are still due; sets those aside whose automation is not live.</summary>
internal sealed class DueBatch(WorkflowTools tools, IEnumerable<DueRun> due, int shard) : RunBatch(tools, due, shard)
{
    protected override IEnumerable<Enrollment> Decide(RunSet set)
    {
        var moved = new List<Enrollment>();
        foreach (var waiting in set.Runs.Where(one => one.Run.DueAt <= Now).OrderBy(one => one.Run.DueAt).ThenBy(one => one.Run.Id))
        {
            // A run before it may have changed the contact, so that this one ends later after all.
            if (waiting.Run.DueAt > Now)
            {
                continue;
            }

            if (set.Rules.Automation(waiting.Run.AutomationId)?.Automation.Status == AutomationStatus.Live)
            {
                set.Carry(waiting, Now);
            }
            else
            {
                waiting.Run.Hold();
            }

            moved.Add(waiting.Run);
        }

        return moved;
    }

    protected override RunBatch Alone(DueRun run) => new DueBatch(Tools, [run], Shard);
}
