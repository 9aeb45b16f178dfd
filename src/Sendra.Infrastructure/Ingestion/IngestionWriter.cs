using Sendra.Application.Ingestion;
using Sendra.Infrastructure.Committing;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Commits whatever waits, one batch after the other: while one commits, the next gathers.</summary>
/// <param name="committer">Its own.</param>
/// <param name="tools">What batches work with.</param>
/// <param name="shard">Which counters to use.</param>
internal sealed class IngestionWriter(Committer committer, IngestionTools tools, int shard)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Runs until the queue is completed and empty.</summary>
    public async Task RunAsync(RequestQueue queue)
    {
        while (await queue.TakeAsync() is { } next)
        {
            using var taken = next;
            var requests = taken.Requests.FindAll(pending => !IsOver(pending));
            using var trace = requests.Count > 0 ? IngestionMetrics.Trace(requests.Count) : null;
            await committer.CommitAsync(new EventBatch(tools, requests, shard));
        }

        await committer.DisposeAsync();
    }

    private bool IsOver(PendingRequest pending)
    {
        if (pending.IsAbandoned)
        {
            pending.Abandon();
            return true;
        }

        // What has begun is finished.
        if (pending.Done == 0 && tools.Clock.GetElapsedTime(pending.EnqueuedAt) > Patience)
        {
            pending.Fail(committer.StorageIsDown ? IngestionUnavailableException.StorageDown() : IngestionUnavailableException.QueueFull());
            return true;
        }

        return false;
    }
}
