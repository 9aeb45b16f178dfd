using Microsoft.EntityFrameworkCore;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Finds the runs that are due.</summary>
internal sealed class DueFinder(WorkspaceDbContexts contexts, DatabaseSettings settings)
{
    /// <summary>How many runs a batch carries on.</summary>
    public const int BatchSize = 256;

    /// <summary>How many while events come: on SQLite they and due runs commit in turn, elsewhere they share the processors.</summary>
    public const int BatchSizeBesideEvents = BatchSize / 2;

    private const int Window = 4 * BatchSize;

    /// <summary>When the next run of each workspace is due that has one before a time.</summary>
    public async Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> LookAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(default);
        var rows = db.AllEnrollments().Where(run => run.DueAt != null).Select(run => new DueRow { WorkspaceId = run.WorkspaceId, DueAt = run.DueAt });
        return await DueLook.AtAsync(db, rows, Window, until, settings.IsDistributed, cancellationToken);
    }

    /// <summary>
    /// Batches of a workspace's due runs, each with the oldest first. Nodes that look at the same time find the same; each begins at a batch of its own.
    /// </summary>
    /// <param name="besideEvents">True for smaller batches.</param>
    public async Task<IReadOnlyList<IReadOnlyList<DueRun>>> FindAsync(
        WorkspaceId workspaceId, DateTimeOffset now, bool besideEvents, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        var found = await (
            from run in db.Enrollments
            where run.DueAt != null && run.DueAt <= now
            orderby run.DueAt, run.Id
            join contact in db.Contacts on run.ContactId equals contact.Id
            select new { run.Id, contact.Email }).Take(Window).ToListAsync(cancellationToken);
        DueRun[][] batches = [.. found.Select(row => new DueRun(workspaceId, row.Id, row.Email)).Chunk(besideEvents ? BatchSizeBesideEvents : BatchSize)];
        var first = batches.Length > 1 ? Random.Shared.Next(batches.Length) : 0;
        return [.. batches[first..], .. batches[..first]];
    }
}
