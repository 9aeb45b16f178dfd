using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Workspaces;

namespace Sendra.Infrastructure.EventSources;

/// <summary>Forgets every hour what is due: payloads and keys, events, visits, contents of calls, the audit log.</summary>
internal sealed partial class RetentionService(
    Retention retention, EventRetention events, VisitRetention visits, ContentRetention contents, AuditRetention audit, TimeProvider clock, ILogger<RetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            await retention.RunAsync(stoppingToken);
            await events.RunAsync(stoppingToken);
            await visits.RunAsync(stoppingToken);
            await contents.RunAsync(stoppingToken);
            await audit.RunAsync(stoppingToken);
        }
        catch (Exception exception) when (StorageTrouble.IsUnavailable(exception))
        {
            LogPostponed(logger, exception.GetBaseException().Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A node that can't forget should still receive: an exception that left this service would end the process.
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Forgetting old payloads, keys, events and visits is postponed; the database can't be reached: {Problem}")]
    private static partial void LogPostponed(ILogger logger, string problem);

    [LoggerMessage(LogLevel.Error, "Forgetting old payloads, keys, events and visits failed; the next hour tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
