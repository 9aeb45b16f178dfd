using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Replicas;

namespace Sendra.Infrastructure.Operating;

/// <summary>What an operator sees of the read replica; docs/operating.md says when to look.</summary>
internal sealed class ReplicaMetrics(IMeterFactory meters, ReplicaState replica) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meter = meters.Create(IngestionMetrics.MeterName);
        meter.CreateObservableGauge("sendra.replica.behind", Behind, "s", "How far behind the read replica may be; nothing while it doesn't answer.");
        meter.CreateObservableGauge("sendra.replica.in_use", () => replica.IsRead ? 1 : 0, "{replica}", "1 while the read replica is read, 0 while the database itself is.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<Measurement<double>> Behind() => replica.Behind is { } behind ? [new(behind.TotalSeconds)] : [];
}
