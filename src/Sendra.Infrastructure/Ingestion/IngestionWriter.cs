using Microsoft.Extensions.Logging;
using Sendra.Application.Ingestion;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// Commits whatever waits, one batch after the other: while one commits, the next gathers. Repeats what may
/// succeed when repeated.
/// </summary>
internal sealed partial class IngestionWriter(
    IBulkDatabase database, BatchProcessor processor, TimeProvider clock, IngestionMetrics metrics, ILogger<IngestionWriter> logger, int shard)
{
    /// <summary>How often a batch is decided anew because another writer was first.</summary>
    private const int MaxAttempts = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private BulkSession? _session;

    // Once a batch found no database, the next ones try once instead of making their senders wait.
    private bool _storageDown;

    /// <summary>Runs until the queue is completed and empty.</summary>
    public async Task RunAsync(RequestQueue queue)
    {
        while (await queue.TakeAsync() is { } next)
        {
            using var taken = next;
            taken.Requests.RemoveAll(IsOver);
            await CommitAsync(taken.Requests);
        }

        await CloseAsync();
    }

    private bool IsOver(PendingRequest pending)
    {
        if (pending.IsAbandoned)
        {
            pending.Abandon();
            return true;
        }

        if (clock.GetElapsedTime(pending.EnqueuedAt) > Patience)
        {
            pending.Fail(_storageDown ? IngestionUnavailableException.StorageDown() : IngestionUnavailableException.QueueFull());
            return true;
        }

        return false;
    }

    private async Task CommitAsync(List<PendingRequest> batch)
    {
        var started = clock.GetTimestamp();
        long? brokeOff = null;
        using var trace = batch.Count > 0 ? IngestionMetrics.Trace(batch.Count) : null;
        for (var attempt = 1; batch.Count > 0; attempt++)
        {
            try
            {
                _session ??= await database.OpenAsync(CancellationToken.None);
                await processor.ProcessAsync(_session, batch, shard, alone: attempt > 1);
                _storageDown = false;
                return;
            }
            catch (Exception exception) when (database.IsLostRace(exception) && attempt < MaxAttempts)
            {
                metrics.Retried();
                await RollbackAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(attempt * 2)), clock);
            }
            catch (Exception exception) when (database.IsLostRace(exception))
            {
                await CloseAsync();
                LogContended(logger, exception);
                batch.ForEach(pending => pending.Fail(IngestionUnavailableException.QueueFull()));
                return;
            }
            catch (Exception exception) when (StorageTrouble.IsUnavailable(exception))
            {
                await CloseAsync();
                if (brokeOff is null && batch.Exists(pending => pending.MayBeStored))
                {
                    // Whether that commit happened is looked for with new patience.
                    brokeOff = clock.GetTimestamp();
                }

                if ((_storageDown && brokeOff is null) || clock.GetElapsedTime(brokeOff ?? started) > Patience)
                {
                    GiveUp(batch, exception);
                    return;
                }

                metrics.Retried();
                await Task.Delay(Pause, clock);
            }
            catch (Exception exception)
            {
                await CloseAsync();
                if (batch.Count == 1)
                {
                    LogFailed(logger, exception);
                    batch[0].Fail(exception);
                    return;
                }

                // One of them is bad: its neighbours must not suffer for it.
                LogSplit(logger, exception, batch.Count);
                foreach (var pending in batch)
                {
                    await CommitAsync([pending]);
                }

                return;
            }
        }
    }

    private void GiveUp(List<PendingRequest> batch, Exception exception)
    {
        if (!_storageDown)
        {
            _storageDown = true;
            LogDown(logger, exception.Message);
        }

        foreach (var pending in batch)
        {
            pending.Fail(IngestionUnavailableException.StorageDown(pending.MayBeStored));
        }
    }

    private async Task RollbackAsync()
    {
        if (_session is not null)
        {
            await _session.RollbackAsync();
        }
    }

    private async Task CloseAsync()
    {
        if (_session is not null)
        {
            await _session.DisposeAsync();
            _session = null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The database can't be reached; events are refused until it can: {Problem}")]
    private static partial void LogDown(ILogger logger, string problem);

    [LoggerMessage(LogLevel.Error, "A batch lost every race, also alone; nothing of it was stored")]
    private static partial void LogContended(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} requests failed and is repeated one by one")]
    private static partial void LogSplit(ILogger logger, Exception exception, int count);

    [LoggerMessage(LogLevel.Error, "A request of events failed; nothing of it was stored")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
