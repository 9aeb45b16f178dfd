using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Requests that share a commit, in order of arrival. What is complete leaves it, also when the rest fails.</summary>
/// <param name="tools">What it works with.</param>
/// <param name="shard">Which counters to use.</param>
internal sealed class EventBatch(IngestionTools tools, IEnumerable<PendingRequest> requests, int shard) : Batch
{
    private readonly List<PendingRequest> _requests = [.. requests];
    private List<DecidedRequest> _decided = [];
    private ChangeWriter? _writer;

    public override int Count => _requests.Count;

    public override bool MayBeStored => _requests.Exists(pending => pending.MayBeStored);

    public override async Task RunAsync(BulkSession session, bool isFirst)
    {
        if (!isFirst)
        {
            tools.Tallies.Forget();
        }

        var loaded = await LoadAsync(session);

        // Now that the contacts are locked, an attempt that broke off has either happened or never will. One that has
        // no contact, a skipped delivery's, shows at the latest when its row can't be written twice.
        await CompleteCommittedAsync(session);
        if (ReadAnew(loaded.Set))
        {
            loaded = await LoadAsync(session);
        }

        RefuseTooLarge(loaded.Set, loaded.Answers);
        var decider = new RequestDecider(
            loaded.Set,
            loaded.Answers,
            await LoadReplayableAsync(session),
            await BatchLoader.LoadGoneAsync(session, _requests.ConvertAll(pending => pending.Request), loaded.Answers),
            tools.Clock.GetUtcNow(),
            tools.Ids);
        _decided = _requests.ConvertAll(pending => decider.Decide(pending.Request));
        _writer = new ChangeWriter(decider.Changes, shard, tools.Watch, tools.Tallies, tools.Suppressions, tools.Ids);
        await _writer.SaveAsync(session);
    }

    public override void Committed(TimeSpan took, TimeSpan committing)
    {
        _writer!.Committed();
        tools.Metrics.Committed(_writer.Changes, took, committing);
        tools.Due.Notify(_writer.EarliestDue);
        tools.Outbox.Notify(_writer.Wanted);
        foreach (var (pending, decided) in _requests.Zip(_decided))
        {
            pending.Complete(decided);
        }

        _requests.Clear();
    }

    public override void BrokeOff()
    {
        foreach (var (pending, decided) in _requests.Zip(_decided).Where(one => one.Second.Writes))
        {
            pending.Unconfirmed.Add(decided);
        }
    }

    public override void Retried() => tools.Metrics.Retried();

    public override void GivenUp(GiveUpReason reason) => _requests.ForEach(pending => pending.Fail(reason switch
    {
        GiveUpReason.LostEveryRace => IngestionUnavailableException.QueueFull(pending.MayBeStored),
        GiveUpReason.StorageUnavailable => IngestionUnavailableException.StorageDown(pending.MayBeStored),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    }));

    public override void Failed(Exception exception) => _requests.ForEach(pending => pending.Fail(exception));

    public override IEnumerable<Batch> Split() => _requests.Select(pending => new EventBatch(tools, [pending], shard));

    private async Task<(WorkingSet Set, Dictionary<(WorkspaceId WorkspaceId, string Key), FirstAnswer> Answers)> LoadAsync(BulkSession session)
    {
        var answers = new Dictionary<(WorkspaceId WorkspaceId, string Key), FirstAnswer>();
        var requests = _requests.ConvertAll(pending => pending.Request);
        return (await tools.Loader.LoadAsync(session, requests, locking: true, BatchLoader.ReadAnswers(requests, answers)), answers);
    }

    private async Task CompleteCommittedAsync(BulkSession session)
    {
        var unconfirmed = _requests.SelectMany(pending => pending.Unconfirmed, (pending, attempt) => (pending.Request.WorkspaceId, Attempt: attempt)).ToArray();
        if (unconfirmed.Length == 0)
        {
            return;
        }

        var committed = new HashSet<EventId>();
        await session.ReadAsync(locking: false, EventSql.SelectCommitted.Read(
            [.. unconfirmed.Where(one => one.Attempt.Delivery is null).Select(one => (one.WorkspaceId, one.Attempt.FirstEvent!.Value))],
            row => committed.Add(row.Id<EventId>(0))));
        var fates = await BatchLoader.LoadFatesAsync(
            session, unconfirmed.Where(one => one.Attempt.Delivery is not null).Select(one => (one.WorkspaceId, one.Attempt.Delivery!.Id)));
        _requests.RemoveAll(pending =>
        {
            var attempt = pending.Unconfirmed.Find(attempt => attempt.Delivery is { } delivery
                ? fates.TryGetValue(delivery.Id, out var fate) && fate == DeliveryFate.Of(delivery)
                : committed.Contains(attempt.FirstEvent!.Value));
            if (attempt is not null)
            {
                pending.Complete(attempt);
            }

            return attempt is not null;
        });
    }

    // Reads what was read by other rules than these anew. True when something else has to be loaded for it; should the rules be others again
    // by then, these were still in force after it arrived.
    private bool ReadAnew(WorkingSet set)
    {
        var dependsOnOthers = false;
        _requests.RemoveAll(pending =>
        {
            var request = pending.Request;
            var rules = set.RulesOf(request.WorkspaceId);
            if (rules.IsDeleted && request.Reading is null)
            {
                pending.Fail(new NotFoundException("workspace"));
                return true;
            }

            if (request.Reading is not { } reading || reading.RulesVersion == rules.Version)
            {
                return false;
            }

            try
            {
                pending.Request = reading.Of.ReadBy(rules);
                dependsOnOthers |= !pending.Request.DependsOnSameAs(request);
                return false;
            }
            catch (DomainException refusal)
            {
                pending.Fail(refusal);
                return true;
            }
        });
        return dependsOnOthers;
    }

    // Before any of it is stored: what has begun is finished, whatever the rules have become.
    private void RefuseTooLarge(WorkingSet set, Dictionary<(WorkspaceId WorkspaceId, string Key), FirstAnswer> answers) => _requests.RemoveAll(pending =>
    {
        if (pending.MayBeStored || (pending.Whole.Key is { } key && answers.ContainsKey((pending.WorkspaceId, key.Stored))))
        {
            return false;
        }

        try
        {
            BatchTooLargeException.ThrowIfTooLarge(pending.Whole, set.RulesOf(pending.WorkspaceId));
            return false;
        }
        catch (BatchTooLargeException refusal)
        {
            pending.Fail(refusal);
            return true;
        }
    });

    // Which of the deliveries to be replayed are as they were read, and hold nothing that is being erased. Two replays at once
    // both read so; then the update, which asks again, makes one of them decide anew.
    private async Task<HashSet<DeliveryId>> LoadReplayableAsync(BulkSession session)
    {
        var replayable = new HashSet<DeliveryId>();
        await session.ReadAsync(locking: false, DeliverySql.SelectReplayable.Read(
            [
                .. _requests.Select(pending => pending.Request.Delivery).OfType<ReplayedDelivery>()
                    .Select(replay => replay.Delivery).DistinctBy(delivery => (delivery.WorkspaceId, delivery.Id, delivery.SkippedItems)),
            ],
            row => replayable.Add(row.Id<DeliveryId>(0))));
        return replayable;
    }
}
