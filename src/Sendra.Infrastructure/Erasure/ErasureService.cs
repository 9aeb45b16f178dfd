using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Sendra.Infrastructure.Background;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Erasure;

/// <summary>
/// Finishes erasures that were cut off: at its start all that there are, then those that have been under way for so long that
/// whoever began them is probably gone.
/// </summary>
internal sealed partial class ErasureService(
    WorkspaceDbContexts contexts, ContactEraser eraser, IBulkDatabase database, TimeProvider clock, ILogger<ErasureService> logger)
    : PeriodicService(TimeSpan.FromMinutes(1), first: TimeSpan.Zero, clock)
{
    private DateTimeOffset? _begun;

    /// <summary>Finishes those that were begun by then.</summary>
    public async Task FinishAsync(DateTimeOffset begun, CancellationToken stoppingToken)
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
    }

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        _begun ??= Clock.GetUtcNow();
        await FinishAsync(_begun.Value, stoppingToken);
        _begun = Clock.GetUtcNow();
    }

    protected override void OnFailed(Exception exception)
    {
        if (StorageTrouble.IsUnavailable(exception) || database.IsLostRace(exception))
        {
            LogPostponed(logger, exception.GetBaseException().Message);
        }
        else
        {
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "The erasure of contact {ContactId}, which had been cut off, is finished")]
    private static partial void LogFinished(ILogger logger, ContactId contactId);

    [LoggerMessage(LogLevel.Warning, "Finishing erasures is postponed: {Problem}")]
    private static partial void LogPostponed(ILogger logger, string problem);

    [LoggerMessage(LogLevel.Error, "Finishing erasures failed; the next minute tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
