using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Application.Access;
using Sendra.Infrastructure.Background;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Workspaces;

/// <summary>
/// Purges what deleted workspaces leave, in small steps: at once after a deletion, and every minute what another node or a
/// restart left over. The workspace's own row goes last, once no node trusts a key or a session of it any more. Several nodes at once do no
/// harm.
/// </summary>
internal sealed partial class WorkspacePurge(WorkspaceDbContexts contexts, PacedSteps pace, TimeProvider clock, ILogger<WorkspacePurge> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Grace = 5 * ISessions.Trust;

    private readonly SemaphoreSlim _begun = new(1);

    /// <summary>There is something to purge.</summary>
    public void Begin() => _begun.Release();

    /// <summary>Purges all that there is.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var anyWorkspace = contexts.For(default);
        var deleted = await anyWorkspace.AllWorkspaces().Where(workspace => workspace.DeletedAt != null)
            .Select(workspace => new { workspace.Id, workspace.DeletedAt }).ToListAsync(cancellationToken);
        foreach (var workspace in deleted)
        {
            await PurgeAsync(workspace.Id, workspace.DeletedAt!.Value, cancellationToken);
        }
    }

    public override void Dispose()
    {
        _begun.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Interval, clock);
            var tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
            var begun = _begun.WaitAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                await await Task.WhenAny(tick, begun);
                tick = tick.IsCompleted ? timer.WaitForNextTickAsync(stoppingToken).AsTask() : tick;
                begun = begun.IsCompleted ? _begun.WaitAsync(stoppingToken) : begun;
                await TryRunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is purged after the restart.
        }
    }

    private async Task TryRunAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(stoppingToken);
        }
        catch (Exception exception) when (StorageTrouble.IsUnavailable(exception))
        {
            LogPostponed(logger, exception.GetBaseException().Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(logger, exception);
        }
    }

    private async Task PurgeAsync(WorkspaceId workspaceId, DateTimeOffset deletedAt, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        foreach (var table in WorkspaceTable.All(db.Model))
        {
            await pace.RunAsync(
                async () => await db.DeleteSomeAsync(table, workspaceId, PacedSteps.Size, cancellationToken) == PacedSteps.Size, cancellationToken);
        }

        // What came in meanwhile holds the row by its foreign keys, and goes the next time.
        if (deletedAt + Grace <= clock.GetUtcNow()
            && await db.AllWorkspaces().Where(workspace => workspace.Id == workspaceId).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            LogPurged(logger, workspaceId);
        }
    }

    [LoggerMessage(LogLevel.Information, "Workspace {WorkspaceId}, which was deleted, is purged")]
    private static partial void LogPurged(ILogger logger, WorkspaceId workspaceId);

    [LoggerMessage(LogLevel.Warning, "Purging deleted workspaces is postponed: {Problem}")]
    private static partial void LogPostponed(ILogger logger, string problem);

    [LoggerMessage(LogLevel.Error, "Purging deleted workspaces failed; the next minute tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
