using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Outbox;

/// <summary>Records results as they come: while some are committed, the next ones gather. The sooner, the shorter the time in which a crash makes a double (F4).</summary>
internal sealed partial class OutboxRecorder(
    Committer committer, WorkflowTools tools, AddressKeys keys, OutboxMetrics metrics, RetryPauses pauses, ILogger<OutboxRecorder> logger) : IHostedService
{
    private const int MaxAtOnce = 256;

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    private readonly int _shard = Random.Shared.Next(EventNameTally.Shards);
    private readonly Channel<TriedEffect> _results = Channel.CreateUnbounded<TriedEffect>(new UnboundedChannelOptions { SingleReader = true });

    private Task _recording = Task.CompletedTask;

    public void Add(TriedEffect tried)
    {
        metrics.Tried(tried.Effect.Kind, tried.Result);
        _results.Writer.TryWrite(tried);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _recording = Task.Run(RecordAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    // Those who send are stopped by now, so no more will come. What has come is recorded.
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _results.Writer.TryComplete();
        return _recording.WaitAsync(cancellationToken);
    }

    private async Task RecordAsync()
    {
        var some = new List<TriedEffect>();
        while (await _results.Reader.WaitToReadAsync())
        {
            some.Clear();
            while (some.Count < MaxAtOnce && _results.Reader.TryRead(out var tried))
            {
                some.Add(tried);
            }

            foreach (var ofWorkspace in some.GroupBy(tried => tried.Effect.WorkspaceId))
            {
                await TryRecordAsync([.. ofWorkspace]);
            }
        }

        await committer.DisposeAsync();
    }

    private async Task TryRecordAsync(TriedEffect[] tried)
    {
        try
        {
            await RecordAsync(tried);
        }
        catch (Exception exception)
        {
            // What is not recorded is claimed again when its lease is over.
            LogFailed(logger, exception);
        }

        foreach (var one in tried)
        {
            one.Place.Recorded();
        }
    }

    private async Task RecordAsync(TriedEffect[] tried)
    {
        var until = tools.Clock.GetUtcNow() + Effect.Lease;
        while (true)
        {
            var batch = new ResultBatch(tools, keys, pauses, tried, _shard);
            await committer.CommitAsync(batch);
            if (batch.IsContended && tried.Length > 1)
            {
                foreach (var part in batch.Split())
                {
                    await committer.CommitAsync(part);
                }
            }

            foreach (var (run, failure) in batch.Parts.Prepend(batch).SelectMany(DueCarrier.FailuresOf))
            {
                await committer.CommitAsync(new ResultBatch(tools, keys, pauses, [.. tried.Where(one => one.Run == run)], _shard, failure));
                tools.Metrics.Failed(parked: false);
            }

            // Without a database nothing else can be recorded either.
            if (!batch.IsGivenUp || batch.IsContended || tools.Clock.GetUtcNow() > until)
            {
                return;
            }

            await Task.Delay(AfterTrouble);
        }
    }

    [LoggerMessage(LogLevel.Error, "Results of the outbox could not be recorded; what they belong to is tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
