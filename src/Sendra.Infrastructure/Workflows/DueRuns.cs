using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Workflows;

/// <summary>
/// Carries on runs whose time has come (F5): workspaces in turn, a batch of each, on any number of nodes.
/// </summary>
internal sealed partial class DueRuns(
    IReadOnlyList<DueCarrier> carriers, DueFinder finder, WorkflowTools tools, EventIngestor ingestor, ILogger<DueRuns> logger) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    private readonly DueBeat _beat = new(tools.Signal, tools.Clock);
    private bool _isBehind;
    private int _firstWorkspace = Random.Shared.Next();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await _beat.SleepAsync(await TryRoundAsync(stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left stays due.
        }

        foreach (var carrier in carriers)
        {
            await carrier.DisposeAsync();
        }
    }

    private async Task<TimeSpan> TryRoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await RoundAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            // A look must not end the node; the next one finds the same runs.
            if (!StorageTrouble.IsUnavailable(exception))
            {
                LogFailed(logger, exception);
            }

            return AfterTrouble;
        }
    }

    /// <summary>One batch of each workspace that has due runs; of one that has them alone, all that a look finds.</summary>
    /// <returns>How long to sleep.</returns>
    private async Task<TimeSpan> RoundAsync(CancellationToken stoppingToken)
    {
        var now = await _beat.BeginLookAsync(_isBehind, stoppingToken);
        _isBehind = false;
        var next = await finder.LookAsync(now + DueBeat.Interval, stoppingToken);
        var due = next.Where(one => one.DueAt <= now).Select(one => one.WorkspaceId).ToArray();
        tools.Metrics.Looked(due.Length > 0 ? now - next.Min(one => one.DueAt) : TimeSpan.Zero);
        var carried = due.Length > 0 ? await CarryAsync(BatchesAsync(due, now, stoppingToken), stoppingToken) : 0;
        _firstWorkspace++;
        _isBehind = carried >= DueFinder.BatchSizeBesideEvents;

        // The due runs of a contact that is being erased are found by nobody, and are gone soon.
        return due.Length == 0 ? _beat.UntilNext(now, next.Select(one => one.DueAt))
            : carriers.Any(carrier => carrier.StorageIsDown) ? AfterTrouble
            : carried > 0 ? TimeSpan.Zero : DueBeat.Interval;
    }

    private async IAsyncEnumerable<IReadOnlyList<DueRun>> BatchesAsync(
        WorkspaceId[] due, DateTimeOffset now, [EnumeratorCancellation] CancellationToken stoppingToken)
    {
        for (var i = 0; i < due.Length; i++)
        {
            var workspaceId = due[(int)((uint)(_firstWorkspace + i) % (uint)due.Length)];
            var batches = await finder.FindAsync(workspaceId, now, besideEvents: ingestor.IsBusy, stoppingToken);
            foreach (var batch in due.Length == 1 ? batches : batches.Take(1))
            {
                yield return batch;
            }
        }
    }

    // As many at once as the database can use: while it works on one, the next is decided. While events come, one: whoever sends them waits, too.
    private async Task<int> CarryAsync(IAsyncEnumerable<IReadOnlyList<DueRun>> batches, CancellationToken stoppingToken)
    {
        var carried = 0;
        var idle = new ConcurrentBag<DueCarrier>(carriers);
        var options = new ParallelOptions { MaxDegreeOfParallelism = ingestor.IsBusy ? 1 : carriers.Count, CancellationToken = stoppingToken };
        await Parallel.ForEachAsync(batches, options, async (batch, _) =>
        {
            idle.TryTake(out var carrier);
            Interlocked.Add(ref carried, await carrier!.CarryAsync(batch));
            idle.Add(carrier);
        });
        return carried;
    }

    [LoggerMessage(LogLevel.Error, "Due runs could not be carried on; they will be tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
