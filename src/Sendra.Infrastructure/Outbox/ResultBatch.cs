using Sendra.Domain.Automations;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Messages;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Suppressions;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Outbox;

/// <summary>
/// Records what came of effects of one workspace, and carries their runs on. Who no longer holds the claim changes nothing. A run that has
/// ended meanwhile stays so; one whose automation is not live is set aside (F9).
/// </summary>
/// <param name="failure">Why the run could not be carried on before: then the result alone is recorded, and the failure counted (F6).</param>
internal sealed class ResultBatch(
    WorkflowTools tools, AddressKeys keys, RetryPauses pauses, IReadOnlyList<TriedEffect> tried, int shard, Exception? failure = null)
    : RunBatch(tools, tried.Select(one => one.Run).Distinct(), shard)
{
    private readonly List<(Effect Effect, ClaimId Claim)> _recorded = [];
    private readonly List<(Effect Effect, ClaimId Claim)> _ofEndedRuns = [];
    private readonly List<(MailRecord Record, MessageEventId Id, DateTimeOffset At)> _failedTries = [];
    private TriedEffect[] _bounced = [];

    /// <summary>Until it is recorded, a crash makes a double of what was done (F4).</summary>
    public override bool GoesFirst => true;

    protected override IEnumerable<Enrollment> Decide(RunSet set)
    {
        _recorded.Clear();
        _ofEndedRuns.Clear();
        _failedTries.Clear();
        var runs = set.Runs.ToDictionary(waiting => waiting.Run.Id);
        var moved = new List<Enrollment>();

        // Who was erased meanwhile is left alone.
        var emails = set.Contacts.Values.Select(contact => contact.Email).ToHashSet(StringComparer.Ordinal);
        _bounced = [.. tried.Where(one => one.Result is EffectResult.Failed { Code: VisitCode.Bounced } && emails.Contains(one.Run.Email)).DistinctBy(one => one.Run.Email)];
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
                else if (one is { Effect.Kind: EffectKind.SendEmail, Result: EffectResult.TryAgain })
                {
                    _failedTries.Add((new MailRecord(effect, one.Claim), Tools.Ids.Next<MessageEventId>(), Now));
                }
            }
        }

        return moved;
    }

    // The messages first: who may change them is who still has the claim.
    protected override async Task SaveFirstAsync(BulkSession session)
    {
        await SuppressAsync(session);
        await session.WriteAsync(
            MessageSql.InsertFailedTries.Write(_failedTries, everyRow: false),
            MessageSql.Record.Write(
                [.. _recorded.Concat(_ofEndedRuns).Where(one => one.Effect.Kind == EffectKind.SendEmail).Select(one => new MailRecord(one.Effect, one.Claim))],
                everyRow: false),
            OutboxSql.Record.Write(_recorded),
            OutboxSql.Record.Write(_ofEndedRuns, everyRow: false));
    }

    protected override RunBatch Alone(DueRun run) => new ResultBatch(Tools, keys, pauses, [.. tried.Where(one => one.Run == run)], Shard, failure);

    // Whoever can't be reached at an address is mailed there no more (M3).
    private async Task SuppressAsync(BulkSession session)
    {
        if (_bounced.Length == 0)
        {
            return;
        }

        var key = await keys.OfAsync(_bounced[0].Effect.WorkspaceId, CancellationToken.None);
        await SuppressionWriter.WriteAsync(
            session,
            [
                .. _bounced.Select(one => Suppression.Of(
                    Tools.Ids.Next<SuppressionId>(),
                    one.Effect.WorkspaceId,
                    key.HashOf(one.Run.Email),
                    one.Run.Email,
                    SuppressionScope.All,
                    SuppressionOrigin.Bounce,
                    one.MessageId)),
            ]);
    }

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
