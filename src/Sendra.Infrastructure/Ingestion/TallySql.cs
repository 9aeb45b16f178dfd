using Sendra.Domain.Events;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Rows;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Counts of events by name and by time.</summary>
internal static class TallySql
{
    // Counting is an update, and an insert where there was nothing to update; together they change each row once.
    public static readonly RowStatement<EventNameTally> AddToTallies = new(
        """
        UPDATE event_name_tallies
        SET received_count = event_name_tallies.received_count + r.received_count
        FROM {rows}
        WHERE event_name_tallies.workspace_id = {workspace}
            AND event_name_tallies.event_name = r.event_name AND event_name_tallies.shard = r.shard
        """,
        tally => tally.WorkspaceId,
        TallyColumns);

    // At zero, and before the counting, which must then find every row: one that somebody made or took away in between is
    // a lost race, not a lost count. Sent only for what this node has not counted on yet.
    public static readonly RowStatement<EventNameTally> InsertMissingTallies = new(
        """
        INSERT INTO event_name_tallies (workspace_id, event_name, shard, received_count)
        SELECT {workspace}, r.event_name, r.shard, 0
        FROM {rows}
        WHERE NOT EXISTS (
            SELECT 1 FROM event_name_tallies t
            WHERE t.workspace_id = {workspace} AND t.event_name = r.event_name AND t.shard = r.shard)
        """,
        tally => tally.WorkspaceId,
        TallyColumns);

    public static readonly RowStatement<EventPeriodTally> AddToPeriodTallies = new(
        """
        UPDATE event_period_tallies
        SET received = event_period_tallies.received + r.received,
            enrolled = event_period_tallies.enrolled + r.enrolled,
            exited = event_period_tallies.exited + r.exited
        FROM {rows}
        WHERE event_period_tallies.workspace_id = {workspace} AND event_period_tallies.event_name = r.event_name
            AND event_period_tallies.begin_hour = r.begin_hour AND event_period_tallies.shard = r.shard
        """,
        tally => tally.WorkspaceId,
        PeriodTallyColumns);

    public static readonly RowStatement<EventPeriodTally> InsertMissingPeriodTallies = new(
        """
        INSERT INTO event_period_tallies (workspace_id, event_name, begin_hour, shard, received, enrolled, exited)
        SELECT {workspace}, r.event_name, r.begin_hour, r.shard, 0, 0, 0
        FROM {rows}
        WHERE NOT EXISTS (
            SELECT 1 FROM event_period_tallies t
            WHERE t.workspace_id = {workspace} AND t.event_name = r.event_name
                AND t.begin_hour = r.begin_hour AND t.shard = r.shard)
        """,
        tally => tally.WorkspaceId,
        PeriodTallyColumns);

    private static Column<EventNameTally>[] TallyColumns =>
    [
        new("event_name", Kind.Text, tally => tally.EventName, EventName.MaxLength),
        new("shard", Kind.Int, tally => tally.Shard),
        new("received_count", Kind.Long, tally => tally.ReceivedCount),
    ];

    private static Column<EventPeriodTally>[] PeriodTallyColumns =>
    [
        new("event_name", Kind.Text, tally => tally.EventName, EventName.MaxLength),
        new("begin_hour", Kind.Int, tally => tally.Hour),
        new("shard", Kind.Int, tally => tally.Shard),
        new("received", Kind.Long, tally => tally.Received),
        new("enrolled", Kind.Long, tally => tally.Enrolled),
        new("exited", Kind.Long, tally => tally.Exited),
    ];
}
