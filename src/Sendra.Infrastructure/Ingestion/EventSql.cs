using Sendra.Domain.EventPatterns;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Received events, and what their properties were first seen to be.</summary>
internal static class EventSql
{
    public static readonly RowStatement<(WorkspaceId WorkspaceId, EventId EventId)> SelectCommitted = new(
        "SELECT e.id FROM {rows} JOIN received_events e ON e.workspace_id = {workspace} AND e.id = r.id",
        row => row.WorkspaceId,
        [new("id", Kind.Id, row => row.EventId)]);

    // Those that a reader sees: not while their contact is being erased.
    public static readonly RowStatement<(WorkspaceId WorkspaceId, EventId EventId)> SelectKept = new(
        """
        SELECT e.id
        FROM {rows}
        JOIN received_events e ON e.workspace_id = {workspace} AND e.id = r.id
            AND NOT EXISTS (SELECT 1 FROM erasures x WHERE x.workspace_id = {workspace} AND x.contact_id = e.contact_id)
        """,
        row => row.WorkspaceId,
        [new("id", Kind.Id, row => row.EventId)]);

    public static readonly RowStatement<ReceivedEvent> InsertEvents = new(
        """
        INSERT INTO received_events (id, workspace_id, contact_id, event_name, properties, occurred_at, source_id, delivery_id, enrolled, exited, woken, has_effect,
            decisions, contact_properties, warnings, history_at, is_of_many, automation_id, enrollment_id, client)
        SELECT r.id, {workspace}, r.contact_id, r.event_name, r.properties, r.occurred_at, r.source_id, r.delivery_id, r.enrolled, r.exited, r.woken, r.has_effect,
            r.decisions, r.contact_properties, r.warnings, r.history_at, r.is_of_many, r.automation_id, r.enrollment_id, r.client
        FROM {rows}
        """,
        row => row.WorkspaceId,
        new("id", Kind.Id, row => row.Id),
        new("contact_id", Kind.Id, row => row.ContactId),
        new("event_name", Kind.Text, row => row.EventName, EventName.MaxLength),
        new("properties", Kind.Text, row => row.Properties?.Text),
        new("occurred_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.OccurredAt)),
        new("source_id", Kind.Id, row => row.SourceId),
        new("delivery_id", Kind.Id, row => row.DeliveryId),
        new("enrolled", Kind.Int, row => row.Enrolled),
        new("exited", Kind.Int, row => row.Exited),
        new("woken", Kind.Int, row => row.Woken),
        new("has_effect", Kind.Int, row => row.HasEffect ? 1 : 0),
        new("decisions", Kind.Text, row => DecisionsConverter.Write(row.Decisions)),
        new("contact_properties", Kind.Text, row => row.ContactProperties?.Text),
        new("warnings", Kind.Text, row => WarningsConverter.Write(row.Warnings)),
        new("history_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.HistoryAt)),
        new("is_of_many", Kind.Int, row => row.IsOfMany ? 1 : 0),
        new("automation_id", Kind.Id, row => row.AutomationId),
        new("enrollment_id", Kind.Id, row => row.EnrollmentId),
        new("client", Kind.Int, row => (int?)row.Client));

    // Sent only for what this node has not seen lately; it may be there. Names that are made up anew for each event end
    // somewhere.
    public static readonly RowStatement<EventPropertyType> InsertPropertyTypes = new(
        """
        INSERT INTO event_property_types (workspace_id, event_name, property, json_type, first_event_id)
        SELECT {workspace}, r.event_name, r.property, r.json_type, r.first_event_id
        FROM {rows}
        WHERE NOT EXISTS (
            SELECT 1 FROM event_property_types t
            WHERE t.workspace_id = {workspace} AND t.event_name = r.event_name
                AND t.property = r.property AND t.json_type = r.json_type)
            AND (SELECT COUNT(*) FROM event_property_types t
                WHERE t.workspace_id = {workspace} AND t.event_name = r.event_name) < 500
        """,
        type => type.WorkspaceId,
        new("event_name", Kind.Text, type => type.EventName, EventName.MaxLength),
        new("property", Kind.Text, type => type.Property, EventPropertyType.MaxPropertyLength),
        new("json_type", Kind.Int, type => (int)type.JsonType),
        new("first_event_id", Kind.Id, type => type.FirstEventId));
}
