using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Application.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Calls;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Outbox;

/// <summary>
/// Sends the events of steps: workspaces in turn, some of each, on any number of nodes. It only lines them up for ingestion, in bulk, where each
/// is committed together with its row's end and its run's next step. So nothing is claimed, and a crash leaves what it finds again.
/// </summary>
internal sealed partial class EventSender(
    IEventIngestor ingestor,
    OutboxFinder finder,
    Committer committer,
    WorkflowTools tools,
    OutboxMetrics metrics,
    RetryPauses pauses,
    ILogger<EventSender> logger) : BackgroundService
{
    /// <summary>How many events are lined up at once, of all workspaces together, about.</summary>
    private const int MaxAtOnce = 1_024;

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CountingInterval = TimeSpan.FromSeconds(10);

    private readonly int _shard = Random.Shared.Next(EventNameTally.Shards);
    private readonly DueBeat _beat = new(tools.Outbox.Of(EffectKind.SendEvent), tools.Clock);
    private bool _isBehind;
    private int _firstWorkspace = Random.Shared.Next();
    private long? _counted;

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
            // A look must not end the node; the next one finds the same events.
            if (!StorageTrouble.IsUnavailable(exception))
            {
                LogFailed(logger, exception);
            }

            return AfterTrouble;
        }
    }

    /// <summary>Some events of each workspace that has due ones.</summary>
    /// <returns>How long to sleep.</returns>
    private async Task<TimeSpan> RoundAsync(CancellationToken stoppingToken)
    {
        await CountAsync(stoppingToken);
        var now = await _beat.BeginLookAsync(_isBehind, stoppingToken);
        _isBehind = false;
        var next = await finder.LookAsync(EffectKind.SendEvent, now + DueBeat.Interval, stoppingToken);
        var due = next.Where(one => one.DueAt <= now).Select(one => one.WorkspaceId).ToArray();
        if (due.Length == 0)
        {
            return _beat.UntilNext(now, next.Select(one => one.DueAt));
        }

        var taken = new List<DueEffect>();
        var sending = new List<Task<bool?>>();
        for (var i = 0; i < due.Length && sending.Count < MaxAtOnce; i++)
        {
            var workspaceId = due[(int)((uint)(_firstWorkspace + i) % (uint)due.Length)];
            var found = await finder.FindAsync(EffectKind.SendEvent, workspaceId, now, OutboxFinder.BatchSize, stoppingToken);
            taken.AddRange(found);
            sending.AddRange(found.Select(one => SendAsync(one, stoppingToken)));
        }

        _firstWorkspace++;
        _isBehind = sending.Count >= OutboxFinder.BatchSize;
        var results = await Task.WhenAll(sending);
        foreach (var (unsent, _) in taken.Zip(results).Where(one => one.Second is null))
        {
            await committer.CommitAsync(new UnsentBatch(tools, pauses, unsent, _shard));
            metrics.Tried(EffectKind.SendEvent, new EffectResult.TryAgain(""));
        }

        return committer.StorageIsDown ? AfterTrouble : Array.Exists(results, isSent => isSent != false) ? TimeSpan.Zero : DueBeat.Interval;
    }

    /// <summary>Sends an event.</summary>
    /// <returns>False when there is no room for it now, or another node was first; null when something is wrong with it.</returns>
    private async Task<bool?> SendAsync(DueEffect due, CancellationToken stoppingToken)
    {
        try
        {
            var answer = await ingestor.IngestAsync(RequestOf(due), stoppingToken);
            if (answer.Outcomes is not [var outcome])
            {
                return false;
            }

            metrics.Tried(EffectKind.SendEvent, outcome.Refusal is null
                ? new EffectResult.Done(null, null)
                : new EffectResult.Failed(VisitCode.SchemaViolated, outcome.Refusal.Message));
            return true;
        }
        catch (IngestionUnavailableException)
        {
            // Full, or without its database: live events go first.
            return false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            LogUnsent(logger, exception);
            return null;
        }
    }

    private static IngestionRequest RequestOf(DueEffect due)
    {
        var (effect, run) = (due.Effect, due.Run);
        var outgoing = OutgoingEvent.Read(KeptText.Expand(effect.Request!));
        var origin = new EventOrigin(null, null, run.AutomationId, run.Id);
        var incoming = new IncomingEvent(EmailAddress.Restore(due.Contact.Email), outgoing.Name, outgoing.Properties, null, null, origin) { Depth = run.Depth + 1 };
        return new IngestionRequest(run.WorkspaceId, [incoming], Sender: new SendingRun(run.Id, effect.Visit));
    }

    private async Task CountAsync(CancellationToken stoppingToken)
    {
        if (_counted is null || tools.Clock.GetElapsedTime(_counted.Value) > CountingInterval)
        {
            _counted = tools.Clock.GetTimestamp();
            metrics.Counted(EffectKind.SendEvent, await finder.CountAsync(EffectKind.SendEvent, stoppingToken));
        }
    }

    [LoggerMessage(LogLevel.Error, "The events of steps could not be looked through; they will be again")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "The event of a step could not be sent; it is tried again")]
    private static partial void LogUnsent(ILogger logger, Exception exception);
}
