using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sendra.Infrastructure.Persistence;

namespace Sendra.WebApi.Health;

/// <summary>Says whether the database answers.</summary>
internal sealed class DatabaseHealth(DatabaseProbe database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await database.AnswersAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
