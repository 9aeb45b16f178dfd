using Microsoft.Extensions.Logging;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Committing;

/// <summary>
/// Commits batches, one after the other, in a session that it keeps. Repeats what may succeed when repeated: a lost race at once and then
/// alone, an absent database for a few seconds. A batch that fails for any other reason is split, so that the bad part harms no other.
/// </summary>
internal sealed partial class Committer(IBulkDatabase database, StorageState storage, TimeProvider clock, ILogger<Committer> logger) : IAsyncDisposable
{
    /// <summary>How often a batch is decided anew because another writer was first.</summary>
    private const int MaxAttempts = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private BulkSession? _session;

    /// <summary>True once a batch found no database; the next ones try once instead of waiting.</summary>
    public bool StorageIsDown { get; private set; }

    /// <summary>Commits a batch, or tells it why not. Never fails itself.</summary>
    public async Task CommitAsync(Batch batch)
    {
        var started = clock.GetTimestamp();
        long? brokeOff = null;
        for (var attempt = 1; batch.Count > 0; attempt++)
        {
            try
            {
                _session ??= await database.OpenAsync(CancellationToken.None);
                await AttemptAsync(_session, batch, isFirst: attempt == 1);
                StorageIsDown = false;
                storage.Took();
                return;
            }
            catch (Exception exception) when (database.IsLostRace(exception) && attempt < MaxAttempts)
            {
                batch.Retried();
                await _session!.RollbackAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(attempt * 2)), clock);
            }
            catch (Exception exception) when (database.IsLostRace(exception))
            {
                await CloseAsync();
                LogContended(logger, exception);
                batch.GivenUp(GiveUpReason.LostEveryRace);
                return;
            }
            catch (Exception exception) when (StorageTrouble.IsUnavailable(exception))
            {
                await CloseAsync();
                if (brokeOff is null && batch.MayBeStored)
                {
                    // Whether that commit happened is looked for with new patience.
                    brokeOff = clock.GetTimestamp();
                }

                if ((StorageIsDown && brokeOff is null) || clock.GetElapsedTime(brokeOff ?? started) > Patience)
                {
                    FindDown(exception);
                    batch.GivenUp(GiveUpReason.StorageUnavailable);
                    return;
                }

                batch.Retried();
                await Task.Delay(Pause, clock);
            }
            catch (Exception exception)
            {
                await CloseAsync();
                await IsolateAsync(batch, exception);
                return;
            }
        }
    }

    public ValueTask DisposeAsync() => CloseAsync();

    // After an attempt that failed, nobody else writes meanwhile: who lost one race must not lose the next.
    private async Task AttemptAsync(BulkSession session, Batch batch, bool isFirst)
    {
        var began = clock.GetTimestamp();
        await session.BeginAsync(alone: !isFirst, batch.GoesFirst);
        await batch.RunAsync(session, isFirst);
        var saved = clock.GetTimestamp();
        try
        {
            await session.CommitAsync();
        }
        catch
        {
            batch.BrokeOff();
            throw;
        }

        batch.Committed(clock.GetElapsedTime(began), clock.GetElapsedTime(saved));
    }

    private async Task IsolateAsync(Batch batch, Exception exception)
    {
        if (batch.Count == 1)
        {
            LogFailed(logger, exception);
            batch.Failed(exception);
            return;
        }

        LogSplit(logger, exception, batch.Count);
        foreach (var part in batch.Split().ToArray())
        {
            await CommitAsync(part);
        }
    }

    private void FindDown(Exception exception)
    {
        storage.Refused();
        if (!StorageIsDown)
        {
            StorageIsDown = true;
            LogDown(logger, exception.Message);
        }
    }

    private async ValueTask CloseAsync()
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

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} failed and is repeated one by one")]
    private static partial void LogSplit(ILogger logger, Exception exception, int count);

    [LoggerMessage(LogLevel.Error, "One part of a batch failed; nothing of it was stored")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
