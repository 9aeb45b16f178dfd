using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Suppressions;

namespace Sendra.Infrastructure.Outbox;

/// <summary>
/// Does what is due in the outbox: workspaces in turn, some of each, as far as there are places, on any number of nodes. It claims in a
/// transaction, acts without one, and leaves the result to the <see cref="OutboxRecorder"/>.
/// </summary>
internal sealed partial class OutboxSender(
    Committer committer,
    OutboxFinder finder,
    Places places,
    MailTurns turns,
    OutboxRecorder recorder,
    IEnumerable<IPerformer> performers,
    SuppressionLookup suppressions,
    OutboxSignal signal,
    OutboxMetrics metrics,
    IdGenerator ids,
    TimeProvider clock,
    ILogger<OutboxSender> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan WhenBusy = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CountingInterval = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<ClaimId, Task> _underWay = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<EffectKind, IPerformer> _performers = performers.ToDictionary(performer => performer.Kind);
    private Task _sending = Task.CompletedTask;
    private Task _recording = Task.CompletedTask;
    private int _firstWorkspace = Random.Shared.Next();
    private long? _counted;
    private volatile bool _waitsForPlace;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _sending = Task.Run(SendAsync, CancellationToken.None);
        _recording = Task.Run(recorder.RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    // What is under way is finished and recorded; the host's own time limit is the last word, and then the leases.
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _sending.WaitAsync(cancellationToken);
        await Task.WhenAll(_underWay.Values).WaitAsync(cancellationToken);
        recorder.Complete();
        await _recording.WaitAsync(cancellationToken);
    }

    // Cancelled only, as a BackgroundService is: a host may be stopped once more after it was disposed.
    public void Dispose() => _stop.Cancel();

    private async Task SendAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await WaitAsync(await RoundAsync());
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

    /// <summary>Some effects of each workspace that has due ones.</summary>
    /// <returns>How long to sleep.</returns>
    private async Task<TimeSpan> RoundAsync()
    {
        await CountAsync();
        var told = signal.Outside.Take();
        var now = clock.GetUtcNow();
        var next = await finder.LookAsync(OutboxPart.Outside, now + Interval, _stop.Token);
        next.AddRange(await turns.LookAsync(now, now + Interval, _stop.Token));
        var due = next.Where(one => one.DueAt <= now).Select(one => one.WorkspaceId).Distinct().ToArray();
        var (claimed, isBusy) = (0, false);
        for (var i = 0; i < due.Length && !_stop.IsCancellationRequested; i++)
        {
            var workspaceId = due[(int)((uint)(_firstWorkspace + i) % (uint)due.Length)];
            var free = places.FreeFor(workspaceId);
            isBusy |= free.Mails == 0;
            claimed += free.All > 0 ? await SendAsync(workspaceId, free) : 0;
        }

        _firstWorkspace++;
        _waitsForPlace = isBusy;
        if (due.Length > 0)
        {
            return committer.StorageIsDown ? AfterTrouble : claimed > 0 ? TimeSpan.Zero : isBusy ? WhenBusy : Interval;
        }

        var sleep = next.Select(one => one.DueAt).Append(told).Min() - now;
        return sleep < TimeSpan.Zero ? TimeSpan.Zero : sleep < Interval ? sleep : Interval;
    }

    private async Task<int> SendAsync(WorkspaceId workspaceId, (int All, int Mails) free)
    {
        var now = clock.GetUtcNow();
        var state = await turns.ReadAsync(workspaceId, now, _stop.Token);
        var found = await finder.FindAsync(OutboxPart.Outside, workspaceId, now, free.All, free.Mails, _stop.Token, inOrder: state is not null);
        var plan = state is null || free.Mails == 0 ? null : await turns.PlanAsync(state, found, now, free.Mails, _stop.Token);
        var going = plan is null ? found : [.. found.Where(due => due.Effect.Kind != EffectKind.SendEmail), .. plan.Go];
        var prepared = new Dictionary<EnrollmentId, PreparedEffect>();
        foreach (var ofKind in going.GroupBy(due => due.Effect.Kind))
        {
            foreach (var one in await _performers[ofKind.Key].PrepareAsync(workspaceId, [.. ofKind], _stop.Token))
            {
                prepared[one.Due.Effect.EnrollmentId] = one;
            }
        }

        now = clock.GetUtcNow();
        var (wanted, postponed) = (new List<EffectClaim>(), new List<EffectClaim>());
        foreach (var one in prepared.Values)
        {
            var later = one.NotBefore ?? places.TryTake(workspaceId, one.Receiver);

            // What waits its turn keeps its place, and is looked at again in the next round.
            if (later is null || one.Due.Effect.LimitedAt is null)
            {
                (later is null ? wanted : postponed).Add(new EffectClaim(one.Due.Effect, ids.Next<ClaimId>(), now, later ?? now + Effect.Lease, one.Request)
                {
                    IsFirstOfMail = one.Mail?.Rendition is not null,
                    Problem = one.Problem,
                });
            }
        }

        EffectClaim[] waiting = plan is null ? [] : [.. plan.Wait.Select(due => new EffectClaim(due.Effect, ids.Next<ClaimId>(), now, now, null))];
        var counter = plan is null ? null : new MailCounter(workspaceId, waiting, now);
        return await ClaimAsync(workspaceId, prepared, wanted, postponed, counter) + postponed.Count + waiting.Length;
    }

    private async Task<int> ClaimAsync(
        WorkspaceId workspaceId, Dictionary<EnrollmentId, PreparedEffect> prepared, List<EffectClaim> wanted, List<EffectClaim> postponed, MailCounter? counter)
    {
        var mails = prepared.Where(one => one.Value.Mail is not null).ToDictionary(one => one.Key, one => one.Value.Mail!);
        var batch = new ClaimBatch(wanted, postponed, mails, counter, suppressions);
        await committer.CommitAsync(batch);
        var claimed = batch.Claimed.ToHashSet();
        var unwanted = batch.Unwanted.ToDictionary();
        foreach (var claim in wanted)
        {
            var one = prepared[claim.Effect.EnrollmentId];
            if (claimed.Contains(claim.Effect.EnrollmentId))
            {
                var performing = Task.Run(() => PerformAsync(one, claim.Id, unwanted.GetValueOrDefault(one.Due.Effect.EnrollmentId)), CancellationToken.None);
                _underWay[claim.Id] = performing;
                _ = performing.ContinueWith(_ => _underWay.TryRemove(claim.Id, out Task? _), TaskScheduler.Default);
            }
            else
            {
                places.Release(workspaceId, one.Receiver, took: null);
            }
        }

        metrics.Retaken(wanted.Count(claim => claim.Effect.Claim is not null && claimed.Contains(claim.Effect.EnrollmentId)));
        return claimed.Count;
    }

    private async Task PerformAsync(PreparedEffect one, ClaimId claim, string? unwanted)
    {
        var began = clock.GetTimestamp();
        EffectResult result;
        try
        {
            result = unwanted is null ? await one.Perform(CancellationToken.None) : Unwanted(unwanted);
        }
        catch (Exception exception)
        {
            LogUnforeseen(logger, exception);
            result = new EffectResult.TryAgain("It couldn't be done. The server's log says why.");
        }

        var took = clock.GetElapsedTime(began);
        places.Release(one.Due.Effect.WorkspaceId, one.Receiver, took);
        if (_waitsForPlace && places.HasRoomForMails)
        {
            signal.Outside.Notify(clock.GetUtcNow());
        }

        metrics.Took(took);
        recorder.Add(new TriedEffect(one.Due.Effect, one.Due.Key, claim, result, one.Mail?.MessageId));
    }

    private static EffectResult.Skipped Unwanted(string reason) => reason == "unsubscribed"
        ? new(VisitCode.Unsubscribed, "The contact has unsubscribed from marketing.")
        : new(VisitCode.Suppressed, "The address is suppressed.");

    private async Task CountAsync()
    {
        if (_counted is null || clock.GetElapsedTime(_counted.Value) > CountingInterval)
        {
            _counted = clock.GetTimestamp();
            metrics.Counted(await finder.CountAsync(OutboxPart.Outside, _stop.Token));
        }
    }

    private async Task WaitAsync(TimeSpan sleep)
    {
        if (sleep <= TimeSpan.Zero)
        {
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        await Task.WhenAny(Task.Delay(sleep, clock, ended.Token), signal.Outside.SoonerThan(clock.GetUtcNow() + sleep));
        await ended.CancelAsync();
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be looked through; it will be again")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "Something could not be done outside; it is tried again")]
    private static partial void LogUnforeseen(ILogger logger, Exception exception);
}
