using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Workflows;

/// <summary>
/// Counts that a run's walk has failed, in a transaction of its own; the fifth time the run is parked, so that it stops nobody and a person
/// sees it (F6).
/// </summary>
internal sealed class FailureBatch(WorkflowTools tools, DueRun run, Exception exception, int shard) : RunBatch(tools, [run], shard)
{
    public override void Committed(TimeSpan took, TimeSpan committing)
    {
        base.Committed(took, committing);
        Tools.Metrics.Failed(Saved.Any(failed => failed.IsParked));
    }

    protected override IEnumerable<Enrollment> Decide(RunSet set)
    {
        foreach (var waiting in set.Runs.Where(one => one.Run.DueAt <= Now))
        {
            waiting.Run.Fail(exception.Message, Now + Enrollment.PauseAfterFailure);
            yield return waiting.Run;
        }
    }

    protected override RunBatch Alone(DueRun run) => throw new InvalidOperationException("It has one run.");
}
