using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Application.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// Takes requests in and hands them to the writers, which share commits among all that wait at that moment. A
/// bounded queue: when it is full the sender is told at once to come back.
/// </summary>
internal sealed class EventIngestor : IEventIngestor, IHostedService
{
    /// <summary>How many events may wait on a node, when they are small.</summary>
    public const int MaxWaiting = 20_000;

    // What was sent waits with it: a large event counts as several, so that the queue's memory has a limit too (80 MB).
    private const int BytesOfAnEvent = 4_096;

    private readonly Channel<PendingRequest> _queue = Channel.CreateUnbounded<PendingRequest>();
    private readonly BatchProcessor _processor;
    private readonly TimeProvider _clock;
    private readonly IngestionMetrics _metrics;
    private readonly IngestionWriter[] _writers;
    private Task[] _running = [];
    private int _waiting;

    public EventIngestor(
        IBulkDatabase database, BatchProcessor processor, TimeProvider clock, IngestionMetrics metrics, ILogger<IngestionWriter> logger)
    {
        _processor = processor;
        _clock = clock;
        _metrics = metrics;
        metrics.WatchQueue(() => Volatile.Read(ref _waiting));

        // Shards keep writers off each other's counters; those of other nodes begin elsewhere.
        var shard = Random.Shared.Next(EventNameTally.Shards);
        _writers =
        [
            .. Enumerable.Range(0, database.Writers).Select(index =>
                new IngestionWriter(database, processor, clock, metrics, logger, (shard + index) % EventNameTally.Shards)),
        ];
    }

    public async Task<IngestionAnswer> IngestAsync(IngestionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request.DryRun
                ? await _processor.DryRunAsync(request, cancellationToken)
                : await Enqueue(request, cancellationToken).Answer;
        }
        catch (IngestionUnavailableException refusal)
        {
            _metrics.Refused(refusal);
            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = [.. _writers.Select(writer => Task.Run(() => writer.RunAsync(_queue.Reader, Took), CancellationToken.None))];
        return Task.CompletedTask;
    }

    // Whatever was taken in is finished; the host's own time limit is the last word.
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        await Task.WhenAll(_running).WaitAsync(cancellationToken);
    }

    private static int SizeOf(IngestionRequest request) =>
        Math.Max(1, request.Events.Count)
        + (int)(((request.Delivery?.Size ?? 0) + request.Events.Sum(incoming => (long)incoming.Size)) / BytesOfAnEvent);

    private PendingRequest Enqueue(IngestionRequest request, CancellationToken cancellationToken)
    {
        var size = SizeOf(request);
        if (Interlocked.Add(ref _waiting, size) > MaxWaiting)
        {
            Interlocked.Add(ref _waiting, -size);
            throw IngestionUnavailableException.QueueFull();
        }

        var pending = new PendingRequest(request, _clock.GetTimestamp(), cancellationToken);
        if (!_queue.Writer.TryWrite(pending))
        {
            Interlocked.Add(ref _waiting, -size);
            throw IngestionUnavailableException.Stopping();
        }

        return pending;
    }

    private int Took(PendingRequest pending)
    {
        var size = SizeOf(pending.Request);
        Interlocked.Add(ref _waiting, -size);
        return size;
    }
}
