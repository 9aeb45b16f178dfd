using Microsoft.EntityFrameworkCore;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Finds what is due. Sleeping runs cost nothing here: one seek into the index of due runs for each workspace.</summary>
internal sealed class DueFinder(WorkspaceDbContexts contexts)
{
    /// <summary>How many runs a batch carries on.</summary>
    public const int BatchSize = 256;

    // Several nodes that look at the same time take different parts of what is due.
    private const int Window = 4 * BatchSize;

    /// <summary>When each workspace's next run is due, as far as it has any.</summary>
    public async Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.For(default);
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
}
