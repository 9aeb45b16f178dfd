using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Application.Common;
using Sendra.Application.Ingestion;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Takes requests in and lets the writers share commits among all that wait at that moment.</summary>
internal sealed class EventIngestor : IEventIngestor, IHostedService, IDisposable
{
    private readonly RequestQueue _queue;
    private readonly DryRunner _dryRunner;
    private readonly HolderFinder _holders;
    private readonly IngestionMetrics _metrics;
    private readonly OwnThreads? _threads;
    private readonly IngestionWriter[] _writers;
    private Task[] _running = [];

    public EventIngestor(
        IBulkDatabase database,
        StorageState storage,
        IngestionTools tools,
        RulesCache rules,
        DryRunner dryRunner,
        HolderFinder holders,
        ILogger<Committer> logger)
    {
        (_dryRunner, _holders) = (dryRunner, holders);
        _queue = new RequestQueue(rules.LastKnown, tools.Clock);
        _threads = database.IsInProcess ? new OwnThreads("Ingestion", database.Writers) : null;
        _metrics = tools.Metrics;
        _metrics.WatchQueue(() => _queue.Size);

        // Shards keep writers off each other's counters; those of other nodes begin elsewhere.
        var shard = Random.Shared.Next(EventNameTally.Shards);
        _writers =
        [
            .. Enumerable.Range(0, database.Writers).Select(index =>
                new IngestionWriter(new Committer(database, storage, tools.Clock, logger), tools, (shard + index) % EventNameTally.Shards)),
        ];
    }

    /// <summary>How many places of the queue are taken.</summary>
    public int Waiting => _queue.Size;

    /// <summary>True while requests wait, or are being committed.</summary>
    public bool IsBusy => _queue.IsBusy;

    /// <summary>How long the request that came first has waited.</summary>
    public TimeSpan Waited => _queue.Waited;

    public bool HasRoomFor(WorkspaceId workspaceId, int events) => _queue.HasRoomFor(workspaceId, events);

    public async Task<IngestionAnswer> IngestAsync(IngestionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request.DryRun
                ? await _dryRunner.RunAsync(request, cancellationToken)
                : await _queue.Add(request, cancellationToken, await _holders.FindAsync(request, cancellationToken)).Answer;
        }
        catch (IngestionUnavailableException refusal) when (request.Sender is null)
        {
            _metrics.Refused(refusal);
            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running =
        [
            .. _writers.Select(writer => Task.Factory.StartNew(
                () => writer.RunAsync(_queue), CancellationToken.None, TaskCreationOptions.None, _threads ?? TaskScheduler.Default).Unwrap()),
        ];
        return Task.CompletedTask;
    }

    // Whatever was taken in is finished; the host's own time limit is the last word.
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Complete();
        await Task.WhenAll(_running).WaitAsync(cancellationToken);
        await _holders.CloseAsync();
    }

    public void Dispose()
    {
        _queue.Dispose();
        _threads?.Dispose();
    }
}
