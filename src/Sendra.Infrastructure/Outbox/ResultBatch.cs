using Sendra.Domain.Automations;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Outbox;

/// <summary>
/// Records what came of effects of one workspace, and carries their runs on. Who no longer holds the claim changes nothing. A run that has
/// ended meanwhile stays so; one whose automation is not live is set aside (F9).
/// </summary>
/// <param name="failure">Why the run could not be carried on before: then the result alone is recorded, and the failure counted (F6).</param>
internal sealed class ResultBatch(
    WorkflowTools tools, RetryPauses pauses, IReadOnlyList<TriedEffect> tried, int shard, Exception? failure = null)
    : RunBatch(tools, tried.Select(one => one.Run).Distinct(), shard)
{
    private readonly List<(Effect Effect, ClaimId Claim)> _recorded = [];
    private readonly List<(Effect Effect, ClaimId Claim)> _ofEndedRuns = [];

    protected override IEnumerable<Enrollment> Decide(RunSet set)
    {
        _recorded.Clear();
        _ofEndedRuns.Clear();
        var runs = set.Runs.ToDictionary(waiting => waiting.Run.Id);
        var moved = new List<Enrollment>();
        foreach (var one in tried)
        {
            if (!runs.TryGetValue(one.Effect.EnrollmentId, out var waiting))
            {
                RecordOfEndedRun(one);
            }
            else if (waiting.Effect is { State: EffectState.Open } effect && effect.Visit == one.Effect.Visit && effect.Claim == one.Claim)
            {
                effect.Record(one.Result, Now, PauseAfter(one, effect.Tries));
                _recorded.Add((effect, one.Claim));
                if (effect.State != EffectState.Open)
                {
                    GoOn(set, waiting);
                    moved.Add(waiting.Run);
                }
            }
        }

        return moved;
    }

    protected override Task SaveFirstAsync(BulkSession session) =>
        session.WriteAsync(OutboxSql.Record.Write(_recorded), OutboxSql.Record.Write(_ofEndedRuns, everyRow: false));

    protected override RunBatch Alone(DueRun run) => new ResultBatch(Tools, pauses, [.. tried.Where(one => one.Run == run)], Shard, failure);

    private void GoOn(RunSet set, Application.Workflows.WaitingRun waiting)
    {
        if (failure is not null)
        {
            waiting.Run.Fail(failure.Message, Now + Enrollment.PauseAfterFailure);
        }
        else if (set.Rules.Automation(waiting.Run.AutomationId)?.Automation.Status == AutomationStatus.Live)
        {
            set.Carry(waiting, Now);
        }
        else
        {
            waiting.Run.Rest(Now);
            waiting.Run.Hold();
        }
    }

    // It was claimed before its run ended: what came of it is kept, and it is not tried again.
    private void RecordOfEndedRun(TriedEffect one)
    {
        var before = one.Effect;
        var effect = Effect.Restore(
            before.WorkspaceId, before.EnrollmentId, before.Visit, before.AutomationId, before.Kind, EffectState.Open, null, before.Tries + 1, one.Claim, null, null, null);
        effect.Record(one.Result, Now, PauseAfter(one, effect.Tries));
        if (effect.State == EffectState.Open)
        {
            effect.Cancel(Now);
        }

        _ofEndedRuns.Add((effect, one.Claim));
    }

    private TimeSpan PauseAfter(TriedEffect one, int tries) =>
        pauses.After(tries, (one.Result as EffectResult.TryAgain)?.After, Random.Shared.NextDouble());
}
