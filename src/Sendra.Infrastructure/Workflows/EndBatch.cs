using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Ends runs with their automation, which was archived (F9).</summary>
internal sealed class EndBatch(WorkflowTools tools, IEnumerable<DueRun> runs, int shard) : RunBatch(tools, runs, shard)
{
    protected override IEnumerable<Enrollment> Decide(RunSet set)
    {
        // Archived automations are no part of the rules.
        foreach (var waiting in set.Runs.Where(one => set.Rules.Automation(one.Run.AutomationId) is null))
        {
            waiting.Run.ExitWithAutomation(Now);
            yield return waiting.Run;
        }
    }

    protected override RunBatch Alone(DueRun run) => new EndBatch(Tools, [run], Shard);
}
