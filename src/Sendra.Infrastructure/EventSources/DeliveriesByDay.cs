using Sendra.Application.Common;
using Sendra.Application.EventSources;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.EventSources;

/// <summary>One statement for all days: each count is a range of an index, so that no delivery of another day is read.</summary>
internal sealed class DeliveriesByDay(ISqlReader sql, IWorkspaceContext workspace) : IDeliveriesByDay
{
    public async Task<IReadOnlyList<DeliveryDay>> CountAsync(EventSourceId sourceId, IReadOnlyList<LocalDay> days, CancellationToken cancellationToken)
    {
        Sql toSource = $"d.workspace_id = {workspace.WorkspaceId} AND d.source_id = {sourceId}";
        var counted = await sql.ReadAsync(
            Sql.Join(" UNION ALL ", [.. days.Select((day, number) => Count(number, day, toSource))]),
            row => (Day: row.Int(0), Processed: row.Long(1), Skipped: row.Long(2), Refused: row.Long(3)),
            cancellationToken);
        return [.. counted.OrderBy(row => row.Day).Select(row => new DeliveryDay(days[row.Day].Date, row.Processed, row.Skipped, row.Refused))];
    }

    private static Sql Count(int number, LocalDay day, Sql toSource)
    {
        // A delivery's id has the time at which it came.
        Sql onDay = $"d.id >= {TimeOrderedId.LowerBound<DeliveryId>(day.From)} AND d.id < {TimeOrderedId.LowerBound<DeliveryId>(day.To)}";
        return $"""
            SELECT {number} AS day,
                {With(DeliveryStatus.Processed)} AS processed,
                {With(DeliveryStatus.Skipped)} AS skipped,
                {With(DeliveryStatus.Refused)} AS refused
            """;

        Sql With(DeliveryStatus status) => $"(SELECT CAST(COUNT(*) AS bigint) FROM deliveries d WHERE {toSource} AND d.status = {(int)status} AND {onDay})";
    }
}
