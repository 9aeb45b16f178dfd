using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Workflows;

/// <summary>
/// Carries on runs whose time has come (F5): workspaces in turn, a batch of each, on any number of nodes. Between two looks it sleeps until
/// the next time it knows, and at most <see cref="Interval"/>, since other nodes make runs, too.
/// </summary>
internal sealed partial class DueRuns(
    Committer committer, DueFinder finder, WorkflowTools tools, ILogger<DueRuns> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    private readonly int _shard = Random.Shared.Next(EventNameTally.Shards);
    private int _firstWorkspace = Random.Shared.Next();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await WaitAsync(await TryRoundAsync(stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left stays due.
        }

        await committer.DisposeAsync();
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
        var told = tools.Signal.Take();
        var now = tools.Clock.GetUtcNow();
        var next = await finder.LookAsync(now + Interval, stoppingToken);
        var due = next.Where(one => one.DueAt <= now).Select(one => one.WorkspaceId).ToArray();
        tools.Metrics.Looked(due.Length > 0 ? now - next.Min(one => one.DueAt) : TimeSpan.Zero);
        var carried = 0;
        for (var i = 0; i < due.Length && !stoppingToken.IsCancellationRequested; i++)
        {
            var batches = await finder.FindAsync(due[(int)((uint)(_firstWorkspace + i) % (uint)due.Length)], now, stoppingToken);
            foreach (var batch in due.Length == 1 ? batches : batches.Take(1))
            {
                carried += stoppingToken.IsCancellationRequested ? 0 : await CarryAsync(batch);
            }
        }

        _firstWorkspace++;
        if (due.Length > 0)
        {
            // The due runs of a contact that is being erased are found by nobody, and are gone soon.
            return committer.StorageIsDown ? AfterTrouble : carried > 0 ? TimeSpan.Zero : Interval;
        }

        var earliest = next.Select(one => one.DueAt).Append(told).Min();
        var sleep = earliest - now;
        return sleep < TimeSpan.Zero ? TimeSpan.Zero : sleep < Interval ? sleep : Interval;
    }

    private async Task<int> CarryAsync(IReadOnlyList<DueRun> found)
    {
        var batch = new DueBatch(tools, found, _shard);
        var carried = found.Count;
        await committer.CommitAsync(batch);
        if (batch.IsContended && found.Count > 1)
        {
            foreach (var part in batch.Split())
            {
                await committer.CommitAsync(part);
            }
        }

        foreach (var (run, failure) in batch.Parts.Prepend(batch).SelectMany(FailuresOf))
        {
            // One whose failure can't even be counted must not keep the node busy.
            var counting = new FailureBatch(tools, run, failure, _shard);
            await committer.CommitAsync(counting);
            carried -= counting.Failure is null ? 0 : 1;
        }

        return carried;
    }

    // One that loses every race, also alone, is no better than one that throws.
    internal static IEnumerable<(DueRun Run, Exception Failure)> FailuresOf(RunBatch part) => part switch
    {
        { Failure: { } failure } => [(part.Wanted[0], failure)],
        { IsContended: true, Wanted: [var run] } => [(run, new LostRaceException())],
        _ => [],
    };

    private async Task WaitAsync(TimeSpan sleep, CancellationToken stoppingToken)
    {
        if (sleep <= TimeSpan.Zero)
        {
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(Task.Delay(sleep, tools.Clock, ended.Token), tools.Signal.SoonerThan(tools.Clock.GetUtcNow() + sleep));
        await ended.CancelAsync();
        stoppingToken.ThrowIfCancellationRequested();
    }

    [LoggerMessage(LogLevel.Error, "Due runs could not be carried on; they will be tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
