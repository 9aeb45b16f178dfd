using Microsoft.Extensions.Logging;
using Sendra.Infrastructure.Background;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Workspaces;

namespace Sendra.Infrastructure.EventSources;

/// <summary>Forgets every hour what is due: payloads and keys, events, visits, contents of calls, the audit log.</summary>
internal sealed partial class RetentionService(
    Retention retention, EventRetention events, VisitRetention visits, ContentRetention contents, AuditRetention audit, TimeProvider clock, ILogger<RetentionService> logger)
    : PeriodicService(TimeSpan.FromHours(1), first: TimeSpan.FromMinutes(1), clock)
{
    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await retention.RunAsync(stoppingToken);
        await events.RunAsync(stoppingToken);
        await visits.RunAsync(stoppingToken);
        await contents.RunAsync(stoppingToken);
        await audit.RunAsync(stoppingToken);
    }

    protected override void OnFailed(Exception exception)
    {
        if (StorageTrouble.IsUnavailable(exception))
        {
            LogPostponed(logger, exception.GetBaseException().Message);
        }
        else
        {
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Forgetting old payloads, keys, events and visits is postponed; the database can't be reached: {Problem}")]
    private static partial void LogPostponed(ILogger logger, string problem);

    [LoggerMessage(LogLevel.Error, "Forgetting old payloads, keys, events and visits failed; the next hour tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
