using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Finds the runs that are due.</summary>
internal sealed class DueFinder(DueLook look, ISqlReader sql)
{
    /// <summary>How many runs a batch carries on.</summary>
    public const int BatchSize = 256;

    /// <summary>How many while events come: on SQLite they and due runs commit in turn, elsewhere they share the processors.</summary>
    public const int BatchSizeBesideEvents = BatchSize / 2;

    private const int Window = 4 * BatchSize;

    /// <summary>When the next run of each workspace is due that has one before a time.</summary>
    public Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> LookAsync(DateTimeOffset until, CancellationToken cancellationToken) =>
        look.AtAsync($"enrollments t WHERE t.due_at IS NOT NULL", Window, until, cancellationToken);

    /// <summary>
    /// Batches of a workspace's due runs, each with the oldest first. Nodes that look at the same time find the same; each begins at a batch of its own.
    /// </summary>
    /// <param name="besideEvents">True for smaller batches.</param>
    public async Task<IReadOnlyList<IReadOnlyList<DueRun>>> FindAsync(
        WorkspaceId workspaceId, DateTimeOffset now, bool besideEvents, CancellationToken cancellationToken)
    {
        // The address in a select of its own, which no planner begins with.
        var found = await sql.ReadAsync(
            Sql.First(
                Window,
                $"""
                e.id, (SELECT c.email FROM contacts c WHERE c.workspace_id = {workspaceId} AND c.id = e.contact_id)
                FROM enrollments e
                WHERE e.workspace_id = {workspaceId} AND e.due_at IS NOT NULL AND e.due_at <= {now}
                    AND NOT EXISTS (SELECT 1 FROM erasures x WHERE x.workspace_id = {workspaceId} AND x.contact_id = e.contact_id)
                ORDER BY e.due_at, e.id
                """),
            row => new DueRun(workspaceId, row.Id<EnrollmentId>(0), row.Text(1)),
            cancellationToken);
        DueRun[][] batches = [.. found.Chunk(besideEvents ? BatchSizeBesideEvents : BatchSize)];
        var first = batches.Length > 1 ? Random.Shared.Next(batches.Length) : 0;
        return [.. batches[first..], .. batches[..first]];
    }
}
