using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Erasure;

/// <summary>
/// Finishes erasures that were cut off: at its start all that there are, then those that have been under way for so long that
/// whoever began them is probably gone.
/// </summary>
internal sealed partial class ErasureService(
    WorkspaceDbContexts contexts, ContactEraser eraser, IBulkDatabase database, TimeProvider clock, ILogger<ErasureService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            var begun = clock.GetUtcNow();
            do
            {
                begun = await FinishAsync(begun, stoppingToken) ? clock.GetUtcNow() : begun;
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    /// <summary>Finishes those that were begun by then; false when that has to be tried again.</summary>
    public async Task<bool> FinishAsync(DateTimeOffset begun, CancellationToken stoppingToken)
    {
        try
        {
            await using var anyWorkspace = contexts.For(default);
            var cutOff = await anyWorkspace.AllErasures().AsNoTracking()
                .Where(erasure => erasure.StartedAt <= begun).OrderBy(erasure => erasure.StartedAt)
                .ToListAsync(stoppingToken);
            foreach (var erasure in cutOff)
            {
                await eraser.FinishAsync(erasure, stoppingToken);
                LogFinished(logger, erasure.ContactId);
            }

            return true;
        }
        catch (Exception exception) when (StorageTrouble.IsUnavailable(exception) || database.IsLostRace(exception))
        {
            LogPostponed(logger, exception.GetBaseException().Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A node that can't erase should still receive: an exception that left this service would end the process.
            LogFailed(logger, exception);
        }

        return false;
    }

    [LoggerMessage(LogLevel.Information, "The erasure of contact {ContactId}, which had been cut off, is finished")]
    private static partial void LogFinished(ILogger logger, ContactId contactId);

    [LoggerMessage(LogLevel.Warning, "Finishing erasures is postponed: {Problem}")]
    private static partial void LogPostponed(ILogger logger, string problem);

    [LoggerMessage(LogLevel.Error, "Finishing erasures failed; the next minute tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
