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

    // Several nodes that look at the same time take different parts of what is due.
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

    /// <summary>Some of a workspace's due runs, the oldest first.</summary>
    public async Task<IReadOnlyList<DueRun>> FindAsync(WorkspaceId workspaceId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        var found = await (
            from run in db.Enrollments
            where run.DueAt != null && run.DueAt <= now
            orderby run.DueAt, run.Id
            join contact in db.Contacts on run.ContactId equals contact.Id
            select new { run.Id, contact.Email }).Take(Window).ToListAsync(cancellationToken);
        var first = found.Count > BatchSize ? Random.Shared.Next(found.Count / BatchSize) * BatchSize : 0;
        return [.. found.Skip(first).Take(BatchSize).Select(row => new DueRun(workspaceId, row.Id, row.Email))];
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
