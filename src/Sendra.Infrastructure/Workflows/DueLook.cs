using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Workflows;

/// <summary>
/// Looks which workspaces have something due. It reads what is due or soon will be, however many workspaces and sleeping rows there are; when
/// that is much, it makes one seek for each workspace, so that none waits behind another's backlog. Ten times a second for each kind of thing, and
/// where rows come and go at the low end of an index: EF Core would have it planned each time, for which PostgreSQL reads that end once more.
/// </summary>
internal sealed class DueLook(ISqlReader sql, DatabaseSettings settings)
{
    /// <summary>When the next row of each workspace is due that has one before a time.</summary>
    /// <param name="rows">All rows that have a time, as a table named t and a condition, in an index by it and in one by workspace and it.</param>
    /// <param name="most">How many to read at first.</param>
    public async Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> AtAsync(Sql rows, int most, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var first = await sql.ReadAsync(
            Sql.First(most, $"t.workspace_id, t.due_at FROM {rows} AND t.due_at <= {until} ORDER BY t.due_at"), Due, cancellationToken);
        var next = first.Count < most ? first.DistinctBy(row => row.WorkspaceId) : await ByWorkspaceAsync(rows, until, cancellationToken);
        return [.. from row in next where row.DueAt is not null select (row.WorkspaceId, row.DueAt!.Value)];
    }

    // Where each workspace is on one of several servers, these look through theirs.
    private Task<List<(WorkspaceId WorkspaceId, DateTimeOffset? DueAt)>> ByWorkspaceAsync(Sql rows, DateTimeOffset until, CancellationToken cancellationToken) =>
        settings.IsDistributed
            ? sql.ReadAsync($"SELECT t.workspace_id, MIN(t.due_at) FROM {rows} AND t.due_at <= {until} GROUP BY t.workspace_id", Due, cancellationToken)
            : sql.ReadAsync($"SELECT w.id, (SELECT MIN(t.due_at) FROM {rows} AND t.workspace_id = w.id) FROM workspaces w", Due, cancellationToken);

    private static (WorkspaceId WorkspaceId, DateTimeOffset? DueAt) Due(RowReader row) =>
        (row.Id<WorkspaceId>(0), row.LongOrNull(1) is { } at ? UnixMicrosecondsConverter.ToTime(at) : null);
}
