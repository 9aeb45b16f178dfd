using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>One attempt at a batch: load, decide, save, commit, answer.</summary>
internal sealed class BatchProcessor(IBulkDatabase database, BatchLoader loader, IdGenerator ids, TimeProvider clock)
{
    /// <summary>
    /// Commits a batch and completes its requests; those that are complete leave the list, also when the rest fails.
    /// </summary>
    /// <param name="session">An open session without a transaction.</param>
    /// <param name="batch">The requests, in order of arrival.</param>
    /// <param name="shard">Which counters to use.</param>
    public async Task ProcessAsync(BulkSession session, List<PendingRequest> batch, int shard)
    {
        await session.BeginAsync();
        var set = await loader.LoadAsync(session, [.. batch.Select(pending => pending.Request)], locking: true);

        // Now that the contacts are locked, an attempt that broke off has either happened or never will.
        await CompleteCommittedAsync(session, batch);
        var answers = await BatchLoader.LoadAnswersAsync(session, batch.Select(pending => pending.Request));
        var changes = new BatchChanges(set, clock.GetUtcNow(), shard);
        var results = batch.ConvertAll(pending => Decide(pending, set, answers, changes));
        await changes.SaveAsync(session);
        await CommitAsync(session, batch, results);
        for (var i = 0; i < batch.Count; i++)
        {
            Complete(batch[i], results[i]);
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

    private static void Complete(PendingRequest pending, IngestionAnswer? answer)
    {
        if (answer is null)
        {
            pending.Fail(new IdempotencyKeyReusedException());
        }
        else
        {
            pending.Complete(answer);
        }
    }

    private static async Task CommitAsync(BulkSession session, List<PendingRequest> batch, List<IngestionAnswer?> results)
    {
        try
        {
            await session.CommitAsync();
        }
        catch
        {
            foreach (var (pending, answer) in batch.Zip(results))
            {
                if (answer is { Duplicate: false, Outcomes.Count: > 0 })
                {
                    pending.Unconfirmed.Add(answer);
                }
            }

            throw;
        }
    }

    private static async Task CompleteCommittedAsync(BulkSession session, List<PendingRequest> batch)
    {
        if (batch.TrueForAll(pending => pending.Unconfirmed.Count == 0))
        {
            return;
        }

        var committed = new HashSet<Guid>();
        await session.ReadAsync(locking: false, IngestionSql.SelectCommitted.Read(
            [.. batch.SelectMany(pending => pending.Unconfirmed.Select(answer => (pending.Request.WorkspaceId, FirstEvent(answer))))],
            row => committed.Add(row.Id(0))));
        batch.RemoveAll(pending =>
        {
            var answer = pending.Unconfirmed.Find(answer => committed.Contains(FirstEvent(answer)));
            if (answer is not null)
            {
                pending.Complete(answer);
            }

            return answer is not null;
        });
    }

    private static Guid FirstEvent(IngestionAnswer answer) => answer.Outcomes[0].EventId!.Value;

    /// <summary>The answer to a request, or null when its key came with another body before.</summary>
    private IngestionAnswer? Decide(
        PendingRequest pending, WorkingSet set, Dictionary<(Guid, string), IdempotencyRecord> answers, BatchChanges changes)
    {
        var request = pending.Request;
        if (request.Key is { } key && answers.TryGetValue((request.WorkspaceId, key.Key), out var first))
        {
            return first.BodyHash.AsSpan().SequenceEqual(key.BodyHash) ? AnswerJson.ReadDuplicate(first.Answer) : null;
        }

        var decided = request.Events.Select(incoming => Decider.Decide(request.WorkspaceId, incoming, set, ids)).ToArray();
        var answer = new IngestionAnswer([.. decided.Select(one => one.Outcome)], request.Rejected ?? []);
        changes.Add(decided);
        if (request.Key is not null)
        {
            var record = changes.Remember(request, answer);
            answers.Add((record.WorkspaceId, record.Key), record);
        }

        return answer;
    }
}
