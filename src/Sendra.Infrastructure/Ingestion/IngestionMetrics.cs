using System.Diagnostics;
using System.Diagnostics.Metrics;
using Sendra.Application.Ingestion;
using Sendra.Domain.EventSources;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// What an operator watches. Counted once a batch, after its commit, so that it costs an event next to nothing;
/// docs/operating.md explains the figures.
/// </summary>
public sealed class IngestionMetrics
{
    /// <summary>The name of the meter, and of the source of traces.</summary>
    public const string MeterName = "Sendra";

    private static readonly ActivitySource Traces = new(MeterName);
    private static readonly DeliveryStatus[] Statuses = Enum.GetValues<DeliveryStatus>();

    private readonly Meter _meter;
    private readonly Counter<long> _events;
    private readonly Counter<long> _enrolled;
    private readonly Counter<long> _exited;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _retried;
    private readonly Histogram<int> _batchSize;
    private readonly Histogram<double> _batchTime;
    private readonly Histogram<double> _commitTime;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes the meter.</param>
    public IngestionMetrics(IMeterFactory meters)
    {
        var meter = _meter = meters.Create(MeterName);
        _events = meter.CreateCounter<long>("sendra.events.ingested", "{event}", "Events that are in the log.");
        _enrolled = meter.CreateCounter<long>("sendra.enrollments.enrolled", "{enrollment}", "Enrollments that events began.");
        _exited = meter.CreateCounter<long>("sendra.enrollments.exited", "{enrollment}", "Active enrollments that events dropped.");
        _deliveries = meter.CreateCounter<long>("sendra.deliveries", "{delivery}", "Deliveries to webhooks, by what became of them, replays too.");
        _refused = meter.CreateCounter<long>("sendra.ingestion.refused", "{request}", "Requests that were answered 503, by reason.");
        _retried = meter.CreateCounter<long>("sendra.ingestion.retried", "{attempt}", "Attempts that were repeated, because another writer was first or the database was away.");
        _batchSize = meter.CreateHistogram<int>("sendra.ingestion.batch.size", "{event}", "Events that shared a commit.", null, new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] });
        _batchTime = meter.CreateHistogram<double>("sendra.ingestion.batch.duration", "s", "Load, decide, save and commit of a batch.", null, Seconds());
        _commitTime = meter.CreateHistogram<double>("sendra.ingestion.commit.duration", "s", "The commit of a batch alone.", null, Seconds());
    }

    /// <summary>Begins the trace of a batch; null when nobody follows it.</summary>
    internal static Activity? Trace(int requests) => Traces.StartActivity("ingest batch")?.SetTag("sendra.requests", requests);

    internal void WatchQueue(Func<int> length) =>
        _meter.CreateObservableUpDownCounter("sendra.ingestion.queue.length", length, "{event}", "Events that wait for their turn, of at most 20,000.");

    internal void Refused(IngestionUnavailableException refusal) => _refused.Add(1, new KeyValuePair<string, object?>("reason", refusal.Code));

    internal void Retried() => _retried.Add(1);

    internal void Committed(BatchChanges changes, TimeSpan batch, TimeSpan commit)
    {
        _events.Add(changes.Events.Count);
        _enrolled.Add(changes.Events.Sum(row => row.Enrolled));
        _exited.Add(changes.Events.Sum(row => row.Exited));
        _batchSize.Record(changes.Events.Count);
        _batchTime.Record(batch.TotalSeconds);
        _commitTime.Record(commit.TotalSeconds);
        foreach (var status in Statuses)
        {
            if (changes.Arrived.Concat(changes.Replayed.Select(one => one.Delivery)).Count(delivery => delivery.Status == status) is var deliveries and > 0)
            {
                _deliveries.Add(deliveries, new KeyValuePair<string, object?>("status", NameOf(status)));
            }
        }
    }

    private static string NameOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Processed => "processed",
        DeliveryStatus.Skipped => "skipped",
        DeliveryStatus.Duplicate => "duplicate",
        DeliveryStatus.Refused => "refused",
        DeliveryStatus.Ignored => "ignored",
        DeliveryStatus.Handshake => "handshake",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    private static InstrumentAdvice<double> Seconds() =>
        new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] };
}
