using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Ends the runs that an automation had when it was stopped.</summary>
internal sealed class StopBatch(WorkflowTools tools, IEnumerable<DueRun> runs, int shard) : RunBatch(tools, runs, shard)
{
    protected override IEnumerable<Enrollment> Decide(RunSet set)
    {
        foreach (var waiting in set.Runs)
        {
            waiting.Run.Exit(Now, byEventId: null);
            yield return waiting.Run;
        }
    }

    protected override RunBatch Alone(DueRun run) => new StopBatch(Tools, [run], Shard);
}
