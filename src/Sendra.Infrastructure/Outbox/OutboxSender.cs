using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Outbox;

/// <summary>
/// Does what is due of one kind of effect: workspaces in turn, some of each, as far as there are places, on any number of nodes. It claims in a
/// transaction what is handed over at once, acts without one, and leaves the result to the <see cref="OutboxRecorder"/>.
/// </summary>
internal abstract partial class OutboxSender(EffectKind kind, OutboxTools tools, Committer committer, Places places, ILogger logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan WhenBusy = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CountingInterval = TimeSpan.FromSeconds(10);

    // As long as some are known to be due, others are looked for only so often.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    // How many are read and rendered for each that can be claimed now: fewer where they grew old the last time.
    private const int MostAhead = 16;

    private readonly ConcurrentDictionary<ClaimId, Task> _underWay = [];
    private readonly Dictionary<WorkspaceId, Stock> _stocks = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly DueBeat _beat = new(tools.Signal.Of(kind), tools.Clock);
    private Task _sending = Task.CompletedTask;
    private int _firstWorkspace = Random.Shared.Next();
    private int _ahead = MostAhead;
    private long? _looked;
    private long? _counted;

    protected OutboxTools Tools => tools;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        tools.Metrics.Watch(places);
        _sending = Task.Run(SendAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    // What is under way is finished; the host's own time limit is the last word, and then the leases.
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _sending.WaitAsync(cancellationToken);
        await Task.WhenAll(_underWay.Values).WaitAsync(cancellationToken);
    }

    // Cancelled only, as a BackgroundService is: a host may be stopped once more after it was disposed.
    public void Dispose() => _stop.Cancel();

    /// <summary>When the next effect of each workspace is due that has one before a time.</summary>
    protected virtual Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> LookAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        tools.Finder.LookAsync(kind, until, cancellationToken);

    /// <summary>Finds and prepares due effects of a workspace.</summary>
    /// <param name="most">How many at most.</param>
    protected abstract Task<Stock> FillAsync(WorkspaceId workspaceId, DateTimeOffset now, int most, CancellationToken cancellationToken);

    private async Task SendAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await _beat.SleepAsync(await RoundAsync(), _stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // What is left stays due.
            }
            catch (Exception exception)
            {
                // A look must not end the node; the next one finds the same effects.
                if (!StorageTrouble.IsUnavailable(exception))
                {
                    LogFailed(logger, exception);
                }

                await Task.Delay(AfterTrouble);
            }
        }

        await committer.DisposeAsync();
    }

    /// <summary>Looks what is due, unless some is known, and serves those whose it is.</summary>
    /// <returns>How long to sleep.</returns>
    private async Task<TimeSpan> RoundAsync()
    {
        if (_stocks.Count > 0 && _looked is { } before && tools.Clock.GetElapsedTime(before) < BetweenLooks)
        {
            _beat.SkipLook();

            // When none of what is known can be done, it is time for a look.
            var pause = await ServeAsync([.. _stocks.Keys]);
            _looked = pause > TimeSpan.Zero ? null : _looked;
            return pause < DueBeat.Interval || _stocks.Count > 0 ? pause : TimeSpan.Zero;
        }

        await CountAsync();
        var now = await _beat.BeginLookAsync(isBehind: _stocks.Count > 0, _stop.Token);
        _looked = tools.Clock.GetTimestamp();
        var next = await LookAsync(now, now + DueBeat.Interval, _stop.Token);
        WorkspaceId[] due = [.. next.Where(one => one.DueAt <= now).Select(one => one.WorkspaceId).Union(_stocks.Keys)];
        return due.Length > 0 ? await ServeAsync(due) : _beat.UntilNext(now, next.Select(one => one.DueAt));
    }

    /// <summary>Some effects of each workspace.</summary>
    /// <returns>How long to sleep.</returns>
    private async Task<TimeSpan> ServeAsync(WorkspaceId[] due)
    {
        places.Await();
        var (done, isBusy) = (0, false);
        for (var i = 0; i < due.Length && !_stop.IsCancellationRequested; i++)
        {
            var workspaceId = due[(int)((uint)(_firstWorkspace + i) % (uint)due.Length)];
            var free = places.FreeFor(workspaceId);
            done += free > 0 ? await ServeAsync(workspaceId, free) : 0;
            isBusy |= free == 0 || _stocks.ContainsKey(workspaceId);
        }

        _firstWorkspace++;
        return committer.StorageIsDown ? AfterTrouble : done > 0 ? TimeSpan.Zero : isBusy ? WhenBusy : DueBeat.Interval;
    }

    /// <summary>Claims what can be handed over now, and puts off what can't be for a while.</summary>
    /// <returns>How many effects need no further look.</returns>
    private async Task<int> ServeAsync(WorkspaceId workspaceId, int free)
    {
        var stock = await StockAsync(workspaceId, free);
        var now = tools.Clock.GetUtcNow();
        var (taken, postponed, left) = (new List<Taken>(), new List<EffectClaim>(), new List<PreparedEffect>());
        foreach (var one in stock.Left)
        {
            if (one.NotBefore is { } later)
            {
                postponed.Add(ClaimOf(one, now, later));
            }
            else if (taken.Count == free)
            {
                left.Add(one);
            }
            else if (places.Take(workspaceId, one.Receiver) is { } place)
            {
                taken.Add(new Taken(one, ClaimOf(one, now, now + Effect.Lease), place));
            }
            else if (places.PutOff(workspaceId, one.Receiver) is { } next)
            {
                postponed.Add(ClaimOf(one, now, next));
            }
            else
            {
                left.Add(one);
            }
        }

        stock.Left = left;
        if (left.Count == 0)
        {
            _ahead = Math.Min(2 * _ahead, MostAhead);
        }

        if (stock.IsEmpty)
        {
            _stocks.Remove(workspaceId);
        }

        // What waits its turn keeps its place, and is looked at again in the next round.
        postponed.RemoveAll(claim => claim.Effect.LimitedAt is not null);
        EffectClaim[] late = [.. stock.TakeLate().Select(due => new EffectClaim(due.Effect, tools.Ids.Next<ClaimId>(), now, now, null))];
        var counter = stock.IsCounted ? new MailCounter(workspaceId, late, now) : null;
        return taken.Count + postponed.Count > 0 || counter is not null ? await ClaimAsync(taken, postponed, counter) + postponed.Count + late.Length : 0;
    }

    private async Task<Stock> StockAsync(WorkspaceId workspaceId, int free)
    {
        if (_stocks.TryGetValue(workspaceId, out var stock))
        {
            if (stock.Left.Count > 0 && !stock.IsOld)
            {
                return stock;
            }

            _ahead = stock.IsOld ? Math.Max(_ahead / 2, 1) : _ahead;
        }

        return _stocks[workspaceId] = await FillAsync(workspaceId, tools.Clock.GetUtcNow(), Math.Min(free * _ahead, OutboxFinder.BatchSize), _stop.Token);
    }

    private EffectClaim ClaimOf(PreparedEffect one, DateTimeOffset now, DateTimeOffset until) => new(one.Due.Effect, tools.Ids.Next<ClaimId>(), now, until, one.Request)
    {
        IsFirstOfMail = one.Mail?.Rendition is not null,
        Problem = one.Problem,
    };

    private async Task<int> ClaimAsync(List<Taken> taken, List<EffectClaim> postponed, MailCounter? counter)
    {
        var mails = taken.Where(one => one.Prepared.Mail is not null).ToDictionary(one => one.Claim.Effect.EnrollmentId, one => one.Prepared.Mail!);
        var batch = new ClaimBatch([.. taken.Select(one => one.Claim)], postponed, mails, counter, tools.Suppressions);
        await committer.CommitAsync(batch);
        var (claimed, retaken) = (batch.Claimed.ToHashSet(), 0);
        var unwanted = batch.Unwanted.ToDictionary();
        foreach (var one in taken)
        {
            var (effect, id) = (one.Claim.Effect, one.Claim.Id);
            if (claimed.Contains(effect.EnrollmentId))
            {
                retaken += effect.Claim is null ? 0 : 1;
                var performing = Task.Run(() => PerformAsync(one, unwanted.GetValueOrDefault(effect.EnrollmentId)), CancellationToken.None);
                _underWay[id] = performing;
                _ = performing.ContinueWith(_ => _underWay.TryRemove(id, out Task? _), TaskScheduler.Default);
            }
            else
            {
                one.Place.GiveBack();
            }
        }

        tools.Metrics.Retaken(retaken);
        return claimed.Count;
    }

    private async Task PerformAsync(Taken one, string? unwanted)
    {
        var began = tools.Clock.GetTimestamp();
        EffectResult result;
        try
        {
            result = unwanted is null ? await one.Prepared.Perform(CancellationToken.None) : Unwanted(unwanted);
        }
        catch (Exception exception)
        {
            LogUnforeseen(logger, exception);
            result = new EffectResult.TryAgain("It couldn't be done. The server's log says why.");
        }

        var took = tools.Clock.GetElapsedTime(began);
        one.Place.Answered(took);
        tools.Metrics.Took(took);
        tools.Recorder.Add(new TriedEffect(one.Claim.Effect, one.Prepared.Due.Key, one.Claim.Id, one.Place, result, one.Prepared.Mail?.MessageId));
    }

    private static EffectResult.Skipped Unwanted(string reason) => reason == "unsubscribed"
        ? new(VisitCode.Unsubscribed, "The contact has unsubscribed from marketing.")
        : new(VisitCode.Suppressed, "The address is suppressed.");

    private async Task CountAsync()
    {
        if (_counted is null || tools.Clock.GetElapsedTime(_counted.Value) > CountingInterval)
        {
            _counted = tools.Clock.GetTimestamp();
            tools.Metrics.Counted(kind, await tools.Finder.CountAsync(kind, _stop.Token));
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be looked through; it will be again")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "Something could not be done outside; it is tried again")]
    private static partial void LogUnforeseen(ILogger logger, Exception exception);

    private sealed record Taken(PreparedEffect Prepared, EffectClaim Claim, Place Place);
}
