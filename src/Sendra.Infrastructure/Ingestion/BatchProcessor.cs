using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>One attempt at a batch: load, decide, save, commit, answer.</summary>
internal sealed class BatchProcessor(
    IBulkDatabase database,
    BatchLoader loader,
    PropertyTypeWatch watch,
    KnownTallies tallies,
    IngestionMetrics metrics,
    IdGenerator ids,
    TimeProvider clock)
{
    /// <summary>
    /// Commits a batch and completes its requests; those that are complete leave the list, also when the rest fails.
    /// </summary>
    /// <param name="session">An open session without a transaction.</param>
    /// <param name="batch">The requests, in order of arrival.</param>
    /// <param name="shard">Which counters to use.</param>
    /// <param name="alone">True to let no other writer in meanwhile, and to take nothing for granted: an attempt failed.</param>
    public async Task ProcessAsync(BulkSession session, List<PendingRequest> batch, int shard, bool alone)
    {
        var began = clock.GetTimestamp();
        if (alone)
        {
            tallies.Forget();
        }

        await session.BeginAsync(alone);
        IngestionRequest[] requests = [.. batch.Select(pending => pending.Request)];
        var answers = new Dictionary<(Guid WorkspaceId, string Key), IdempotencyRecord>();
        var set = await loader.LoadAsync(session, requests, locking: true, BatchLoader.ReadAnswers(requests, answers));

        // Now that the contacts are locked, an attempt that broke off has either happened or never will. One that has
        // no contact, a skipped delivery's, shows at the latest when its row can't be written twice.
        await CompleteCommittedAsync(session, batch);
        var decider = new RequestDecider(
            set,
            answers,
            await LoadReplayableAsync(session, batch),
            await BatchLoader.LoadGoneAsync(session, requests, answers),
            new BatchChanges(set, clock.GetUtcNow(), shard, watch, tallies),
            ids);
        var results = batch.ConvertAll(pending => decider.Decide(pending.Request));
        await decider.Changes.SaveAsync(session);
        var saved = clock.GetTimestamp();
        await CommitAsync(session, batch, results);
        decider.Changes.Committed();
        metrics.Committed(decider.Changes, clock.GetElapsedTime(began), clock.GetElapsedTime(saved));
        foreach (var (pending, result) in batch.Zip(results))
        {
            result.Complete(pending);
        }

        batch.Clear();
    }

    /// <summary>Decides a request and writes nothing (E10).</summary>
    public async Task<IngestionAnswer> DryRunAsync(IngestionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await database.OpenAsync(cancellationToken);
            var set = await loader.LoadAsync(session, [request], locking: false);
            return new IngestionAnswer(
                [.. request.Events.Select(incoming => Decider.Decide(request.WorkspaceId, incoming, set, ids).Outcome.Unsaved())],
                request.Rejected ?? []);
        }
        catch (Exception exception) when (StorageTrouble.IsUnavailable(exception))
        {
            throw IngestionUnavailableException.StorageDown();
        }
    }

    private static async Task CommitAsync(BulkSession session, List<PendingRequest> batch, List<DecidedRequest> results)
    {
        try
        {
            await session.CommitAsync();
        }
        catch
        {
            foreach (var (pending, result) in batch.Zip(results))
            {
                if (result.Writes)
                {
                    pending.Unconfirmed.Add(result);
                }
            }

            throw;
        }
    }

    private static async Task CompleteCommittedAsync(BulkSession session, List<PendingRequest> batch)
    {
        var unconfirmed = batch.SelectMany(pending => pending.Unconfirmed, (pending, attempt) => (pending.Request.WorkspaceId, Attempt: attempt)).ToArray();
        if (unconfirmed.Length == 0)
        {
            return;
        }

        var committed = new HashSet<Guid>();
        await session.ReadAsync(locking: false, IngestionSql.SelectCommitted.Read(
            [.. unconfirmed.Where(one => one.Attempt.Delivery is null).Select(one => (one.WorkspaceId, FirstEvent(one.Attempt)))],
            row => committed.Add(row.Id(0))));
        var fates = await BatchLoader.LoadFatesAsync(
            session, unconfirmed.Where(one => one.Attempt.Delivery is not null).Select(one => (one.WorkspaceId, one.Attempt.Delivery!.Id)));
        batch.RemoveAll(pending =>
        {
            var attempt = pending.Unconfirmed.Find(attempt => attempt.Delivery is { } delivery
                ? fates.TryGetValue(delivery.Id, out var fate) && fate == DeliveryFate.Of(delivery)
                : committed.Contains(FirstEvent(attempt)));
            attempt?.Complete(pending);
            return attempt is not null;
        });
    }

    private static Guid FirstEvent(DecidedRequest attempt) => attempt.Answer!.Outcomes[0].EventId!.Value;

    // Which of the deliveries to be replayed are still skipped and hold nothing that is being erased. Two replays at once
    // both read so; then the update, which asks again, makes one of them decide anew.
    private static async Task<HashSet<Guid>> LoadReplayableAsync(BulkSession session, List<PendingRequest> batch)
    {
        var replayable = new HashSet<Guid>();
        await session.ReadAsync(locking: false, IngestionSql.SelectReplayable.Read(
            [
                .. batch.Select(pending => pending.Request.Delivery).OfType<ReplayedDelivery>()
                    .Select(replay => (replay.Delivery.WorkspaceId, replay.Delivery.Id)).Distinct(),
            ],
            row => replayable.Add(row.Id(0))));
        return replayable;
    }
}
