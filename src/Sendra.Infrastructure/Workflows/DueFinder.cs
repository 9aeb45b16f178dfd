using Microsoft.EntityFrameworkCore;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Workflows;

/// <summary>
/// Finds what is due. A look reads what is due or soon will be, however many workspaces and sleeping runs there are; when that is much,
/// it makes one seek for each workspace, so that none waits behind another's backlog.
/// </summary>
internal sealed class DueFinder(WorkspaceDbContexts contexts)
{
    /// <summary>How many runs a batch carries on.</summary>
    public const int BatchSize = 256;

    private const int Window = 4 * BatchSize;

    /// <summary>When the next run of each workspace is due that has one before a time.</summary>
    public async Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> LookAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(default);
        var first = await db.AllEnrollments().Where(run => run.DueAt != null && run.DueAt <= until)
            .OrderBy(run => run.DueAt).Take(Window).Select(run => new { run.WorkspaceId, run.DueAt }).ToListAsync(cancellationToken);
        return first.Count < Window
            ? [.. first.GroupBy(run => run.WorkspaceId).Select(runs => (runs.Key, runs.Min(run => run.DueAt)!.Value))]
            : await SkipThroughAsync(db, cancellationToken);
    }

    /// <summary>
    /// Batches of a workspace's due runs, each with the oldest first. Nodes that look at the same time find the same; each begins at a batch of its own.
    /// </summary>
    public async Task<IReadOnlyList<IReadOnlyList<DueRun>>> FindAsync(WorkspaceId workspaceId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        var found = await (
            from run in db.Enrollments
            where run.DueAt != null && run.DueAt <= now
            orderby run.DueAt, run.Id
            join contact in db.Contacts on run.ContactId equals contact.Id
            select new { run.Id, contact.Email }).Take(Window).ToListAsync(cancellationToken);
        DueRun[][] batches = [.. found.Select(row => new DueRun(workspaceId, row.Id, row.Email)).Chunk(BatchSize)];
        var first = batches.Length > 1 ? Random.Shared.Next(batches.Length) : 0;
        return [.. batches[first..], .. batches[..first]];
    }

    private static async Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> SkipThroughAsync(SendraDbContext db, CancellationToken cancellationToken)
    {
        var runs = db.AllEnrollments();
        var rows = await db.AllWorkspaces()
            .Select(workspace => new
            {
                workspace.Id,
                DueAt = runs.Where(run => run.WorkspaceId == workspace.Id && run.DueAt != null)
                    .OrderBy(run => run.DueAt).Select(run => run.DueAt).FirstOrDefault(),
            })
            .Where(row => row.DueAt != null)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.Id, row.DueAt!.Value));
    }
}
