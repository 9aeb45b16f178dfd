using System.Diagnostics.Metrics;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Ingestion;

namespace Sendra.Infrastructure.Workflows;

/// <summary>What an operator sees of due runs; docs/operating.md says when to look.</summary>
internal sealed class WorkflowMetrics
{
    private readonly Counter<long> _visits;
    private readonly Counter<long> _parked;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _retried;
    private readonly Histogram<double> _lag;
    private readonly Histogram<double> _batch;
    private double _behind;

    public WorkflowMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(IngestionMetrics.MeterName);
        _visits = meter.CreateCounter<long>("sendra.workflows.visits", "{visit}", "Visits to steps that due runs left.");
        _parked = meter.CreateCounter<long>("sendra.workflows.parked", "{run}", "Runs that were parked because a step failed too often.");
        _failed = meter.CreateCounter<long>("sendra.workflows.failed", "{walk}", "Walks that failed.");
        _retried = meter.CreateCounter<long>("sendra.workflows.retried", "{batch}", "Batches of due runs that were decided again.");
        _lag = meter.CreateHistogram<double>("sendra.workflows.lag", "s", "How late due runs were carried on.");
        _batch = meter.CreateHistogram<double>("sendra.workflows.batch.duration", "s", "How long a batch of due runs took.");
        meter.CreateObservableGauge("sendra.workflows.behind", () => Volatile.Read(ref _behind), "s", "For how long the oldest due run has been due.");
    }

    /// <summary>For how long the oldest due run had been due at the last look.</summary>
    public double BehindSeconds => Volatile.Read(ref _behind);

    public void Looked(TimeSpan behind) => Volatile.Write(ref _behind, behind.TotalSeconds);

    public void Carried(IReadOnlyList<Enrollment> runs, DateTimeOffset now, TimeSpan took)
    {
        _batch.Record(took.TotalSeconds);
        _visits.Add(runs.Sum(run => run.Left.Count));
        foreach (var run in runs)
        {
            if (run.Loaded?.DueAt is { } dueAt && dueAt <= now)
            {
                _lag.Record((now - dueAt).TotalSeconds);
            }
        }
    }

    public void Failed(bool parked)
    {
        _failed.Add(1);
        _parked.Add(parked ? 1 : 0);
    }

    public void Retried() => _retried.Add(1);
}
