using Microsoft.EntityFrameworkCore;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Workflows;

/// <summary>
/// Looks which workspaces have something due. It reads what is due or soon will be, however many workspaces and sleeping rows there are; when
/// that is much, it makes one seek for each workspace, so that none waits behind another's backlog.
/// </summary>
internal static class DueLook
{
    /// <summary>When the next row of each workspace is due that has one before a time.</summary>
    /// <param name="rows">All rows that have a time, in an index by it and in one by workspace and it.</param>
    /// <param name="most">How many to read at first.</param>
    /// <param name="isDistributed">True where each workspace is on one of several servers, which each look through theirs.</param>
    public static async Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> AtAsync(
        SendraDbContext db, IQueryable<DueRow> rows, int most, DateTimeOffset until, bool isDistributed, CancellationToken cancellationToken)
    {
        var first = await rows.Where(row => row.DueAt <= until).OrderBy(row => row.DueAt).Take(most).ToListAsync(cancellationToken);
        return first.Count < most
            ? [.. first.GroupBy(row => row.WorkspaceId).Select(due => (due.Key, due.Min(row => row.DueAt)!.Value))]
            : isDistributed ? await GroupAsync(rows, until, cancellationToken)
            : await SkipThroughAsync(db, rows, cancellationToken);
    }

    private static async Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> GroupAsync(
        IQueryable<DueRow> rows, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var next = await rows.Where(row => row.DueAt <= until).GroupBy(row => row.WorkspaceId)
            .Select(due => new { due.Key, DueAt = due.Min(row => row.DueAt) }).ToListAsync(cancellationToken);
        return next.ConvertAll(row => (row.Key, row.DueAt!.Value));
    }

    private static async Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> SkipThroughAsync(
        SendraDbContext db, IQueryable<DueRow> rows, CancellationToken cancellationToken)
    {
        var next = await db.AllWorkspaces()
            .Select(workspace => new
            {
                workspace.Id,
                DueAt = rows.Where(row => row.WorkspaceId == workspace.Id).OrderBy(row => row.DueAt).Select(row => row.DueAt).FirstOrDefault(),
            })
            .Where(row => row.DueAt != null)
            .ToListAsync(cancellationToken);
        return next.ConvertAll(row => (row.Id, row.DueAt!.Value));
    }
}
