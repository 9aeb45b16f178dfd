using Sendra.Application.Workflows;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Outbox;

/// <summary>Notes that an event could not be sent, for a reason of its own: it is tried again after a pause, and given up in the end (F6).</summary>
internal sealed class UnsentBatch(WorkflowTools tools, RetryPauses pauses, DueEffect due, int shard) : RunBatch(tools, [due.Key], shard)
{
    private Effect? _effect;

    protected override IEnumerable<Enrollment> Decide(RunSet set)
    {
        _effect = null;
        if (set.Runs is not [{ Effect: { State: EffectState.Open } effect } waiting] || effect.Visit != due.Effect.Visit)
        {
            return [];
        }

        _effect = effect;
        effect.Try();
        effect.Record(
            new EffectResult.TryAgain("It couldn't be sent. The server's log says why."), Now, pauses.After(effect.Tries, asked: null, Random.Shared.NextDouble()));
        return effect.State == EffectState.Open ? [] : GoOn(set, waiting);
    }

    protected override Task SaveFirstAsync(BulkSession session) => session.WriteAsync(OutboxSql.Save.Write(_effect is null ? [] : [_effect]));

    protected override RunBatch Alone(DueRun run) => throw new InvalidOperationException("It has one run.");

    private List<Enrollment> GoOn(RunSet set, WaitingRun waiting)
    {
        set.Carry(waiting, Now);
        return [waiting.Run];
    }
}
