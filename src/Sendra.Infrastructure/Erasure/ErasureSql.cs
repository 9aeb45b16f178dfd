using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Erasure;

/// <summary>The statements that erase. A delete by two lists finds its rows by key on every database; ids are unique.</summary>
internal static class ErasureSql
{
    public static readonly RowStatement<CountedEvent> DeleteEvents = new(
        """
        DELETE FROM received_events
        WHERE workspace_id IN (SELECT r.workspace_id FROM {rows}) AND id IN (SELECT r.id FROM {rows})
        """,
        new("workspace_id", Kind.Id, row => row.WorkspaceId),
        new("id", Kind.Id, row => row.Id));

    // Also of the repeats. The row itself stays, so that the source's counts do; of the sender's words nothing does.
    public static readonly RowStatement<CountedEvent> ForgetDeliveries = new(
        """
        UPDATE deliveries
        SET payload = NULL, headers = NULL, reason = NULL, content_type = NULL, delivery_id = NULL
        FROM {rows}
        WHERE deliveries.workspace_id = r.workspace_id AND deliveries.event_id = r.id
        """,
        new("workspace_id", Kind.Id, row => row.WorkspaceId),
        new("id", Kind.Id, row => row.Id));

    public static readonly RowStatement<StoredRow> DeleteEnrollments = new(
        """
        DELETE FROM enrollments
        WHERE workspace_id IN (SELECT r.workspace_id FROM {rows}) AND id IN (SELECT r.id FROM {rows})
        """,
        RowColumns);

    public static readonly RowStatement<StoredRow> DeleteContacts = new(
        """
        DELETE FROM contacts
        WHERE workspace_id IN (SELECT r.workspace_id FROM {rows}) AND id IN (SELECT r.id FROM {rows})
        """,
        RowColumns);

    public static readonly RowStatement<StoredRow> SelectEventsOfContacts = new(
        """
        SELECT e.id, e.event_name, e.enrolled, e.exited
        FROM {rows}
        JOIN received_events e ON e.workspace_id = r.workspace_id AND e.contact_id = r.id
        """,
        RowColumns);

    public static readonly RowStatement<StoredRow> SelectEnrollmentsOfContacts = new(
        """
        SELECT e.id
        FROM {rows}
        JOIN enrollments e ON e.workspace_id = r.workspace_id AND e.contact_id = r.id
        """,
        RowColumns);

    public static readonly RowStatement<(Guid WorkspaceId, string EventName)> SelectTallies = new(
        """
        SELECT t.workspace_id, t.event_name, t.shard, t.received_count
        FROM {rows}
        JOIN event_name_tallies t ON t.workspace_id = r.workspace_id AND t.event_name = r.event_name
        """,
        new("workspace_id", Kind.Id, row => row.WorkspaceId),
        new("event_name", Kind.Text, row => row.EventName));

    // Only as they were read: a tally that somebody has counted on since stays, and the step is repeated.
    public static readonly RowStatement<EventNameTally> DeleteTallies = new(
        """
        DELETE FROM event_name_tallies
        WHERE workspace_id IN (SELECT r.workspace_id FROM {rows}) AND event_name IN (SELECT r.event_name FROM {rows})
            AND EXISTS (
                SELECT 1 FROM {rows}
                WHERE r.event_name = event_name_tallies.event_name AND r.shard = event_name_tallies.shard
                    AND r.received_count = event_name_tallies.received_count)
        """,
        new("workspace_id", Kind.Id, tally => tally.WorkspaceId),
        new("event_name", Kind.Text, tally => tally.EventName),
        new("shard", Kind.Int, tally => tally.Shard),
        new("received_count", Kind.Long, tally => tally.ReceivedCount));

    public static readonly RowStatement<(Guid WorkspaceId, string EventName)> DeletePropertyTypes = new(
        """
        DELETE FROM event_property_types
        WHERE workspace_id IN (SELECT r.workspace_id FROM {rows}) AND event_name IN (SELECT r.event_name FROM {rows})
        """,
        new("workspace_id", Kind.Id, row => row.WorkspaceId),
        new("event_name", Kind.Text, row => row.EventName));

    public static readonly RowStatement<EventPeriodTally> SelectPeriodTallies = new(
        """
        SELECT t.workspace_id, t.event_name, t.begin_hour, t.shard, t.received
        FROM {rows}
        JOIN event_period_tallies t ON t.workspace_id = r.workspace_id AND t.event_name = r.event_name AND t.begin_hour = r.begin_hour
        """,
        new("workspace_id", Kind.Id, tally => tally.WorkspaceId),
        new("event_name", Kind.Text, tally => tally.EventName),
        new("begin_hour", Kind.Int, tally => tally.Hour));

    // As above.
    public static readonly RowStatement<EventPeriodTally> DeletePeriodTallies = new(
        """
        DELETE FROM event_period_tallies
        WHERE workspace_id IN (SELECT r.workspace_id FROM {rows}) AND event_name IN (SELECT r.event_name FROM {rows})
            AND begin_hour IN (SELECT r.begin_hour FROM {rows})
            AND EXISTS (
                SELECT 1 FROM {rows}
                WHERE r.event_name = event_period_tallies.event_name AND r.begin_hour = event_period_tallies.begin_hour
                    AND r.shard = event_period_tallies.shard AND r.received = event_period_tallies.received)
        """,
        new("workspace_id", Kind.Id, tally => tally.WorkspaceId),
        new("event_name", Kind.Text, tally => tally.EventName),
        new("begin_hour", Kind.Int, tally => tally.Hour),
        new("shard", Kind.Int, tally => tally.Shard),
        new("received", Kind.Long, tally => tally.Received));

    private static Column<StoredRow>[] RowColumns =>
    [
        new("workspace_id", Kind.Id, row => row.WorkspaceId),
        new("id", Kind.Id, row => row.Id),
    ];
}
