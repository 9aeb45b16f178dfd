using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Background;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Workspaces;

/// <summary>
/// Erases events that are older than their workspace keeps them (L3), in small steps. A run with steps keeps the event that made it, and the one
/// that moved it last, until it ends. Enrollments stay, and keep the ids
/// of the events that made and dropped them. Several nodes at once get into each other's way, but do no harm.
/// </summary>
internal sealed partial class EventRetention(
    WorkspaceDbContexts contexts, PacedSteps pace, ErasureSteps steps, IBulkDatabase database, TimeProvider clock, ILogger<EventRetention> logger)
{
    /// <summary>Erases all that is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var anyWorkspace = contexts.For(default);
        var workspaces = await anyWorkspace.Workspaces.IgnoreQueryFilters()
            .Where(workspace => workspace.RetentionDays != null)
            .Select(workspace => new { workspace.Id, Days = workspace.RetentionDays!.Value })
            .ToListAsync(cancellationToken);
        foreach (var workspace in workspaces)
        {
            await EraseAsync(workspace.Id, TimeOrderedId.LowerBound<EventId>(clock.GetUtcNow().AddDays(-workspace.Days)), cancellationToken);
        }
    }

    private async Task EraseAsync(WorkspaceId workspaceId, EventId due, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);

        // Not from the very beginning each time: there lie the rows that were just erased.
        var from = default(EventId);
        try
        {
            await pace.RunAsync(() => steps.RunOneAsync(EraseSomeAsync, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (database.IsLostRace(exception))
        {
            // Another node is at it and always first. What it leaves, the next run finds.
            LogLeft(logger, workspaceId);
        }

        async Task<bool> EraseSomeAsync(BulkSession session)
        {
            var next = await db.ReceivedEvents.Where(row => row.Id >= from && row.Id < due)
                .Where(row => !db.Enrollments.Any(run => run.ContactId == row.ContactId && run.Status == EnrollmentStatus.Active
                    && run.StepId != null
                    && (run.EnrolledByEventId == row.Id || run.MovedByEventId == row.Id || run.ReceivedEventId == row.Id)))
                .OrderBy(row => row.Id).Take(PacedSteps.Size)
                .Select(row => new CountedEvent(workspaceId, row.Id, row.EventName, row.Enrolled, row.Exited))
                .ToListAsync(cancellationToken);
            if (next.Count == 0)
            {
                return false;
            }

            from = next[0].Id;
            await EventEraser.EraseAsync(session, next);
            return true;
        }
    }

    [LoggerMessage(LogLevel.Information, "Old events of workspace {WorkspaceId} are left to another node")]
    private static partial void LogLeft(ILogger logger, WorkspaceId workspaceId);
}
