using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Lets runs go on by the newest version of their automation (F7).</summary>
internal sealed class MoveBatch(WorkflowTools tools, IEnumerable<DueRun> runs, int shard) : RunBatch(tools, runs, shard)
{
    protected override IEnumerable<Enrollment> Decide(RunSet set) =>
        [.. set.Runs.Where(waiting => set.Move(waiting, Now)).Select(waiting => waiting.Run)];

    protected override RunBatch Alone(DueRun run) => new MoveBatch(Tools, [run], Shard);
}
