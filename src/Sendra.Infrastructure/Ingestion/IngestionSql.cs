using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Events;
using Sendra.Domain.EventSources;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Configurations;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Queries;
using Sendra.Infrastructure.Persistence.Rows;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Every statement of ingestion: what is loaded for a batch, and what is saved after it.</summary>
internal static class IngestionSql
{
    public static readonly RowStatement<(WorkspaceId WorkspaceId, string Email)> SelectContacts = new(
        """
        SELECT c.id, c.workspace_id, c.email, c.first_name, c.last_name, c.name, c.custom_fields, c.last_event_id, c.external_id, c.event_count, c.first_of_many
        FROM {rows}
        JOIN contacts c ON c.workspace_id = {workspace} AND c.email = r.email
        {lock}
        """,
        row => row.WorkspaceId,
        [new("email", Kind.Text, row => row.Email, EmailAddress.MaxLength)]);

    // The index leaves out who has no id, and SQL Server uses it only for a statement that says so itself.
    public static readonly RowStatement<(WorkspaceId WorkspaceId, string ExternalId)> SelectHolders = new(
        """
        SELECT c.workspace_id, c.external_id, c.email
        FROM {rows}
        JOIN contacts c ON c.workspace_id = {workspace} AND c.external_id = r.external_id AND c.external_id IS NOT NULL
        """,
        row => row.WorkspaceId,
        [new("external_id", Kind.Text, row => row.ExternalId, ExternalId.MaxLength)]);

    public static readonly RowStatement<WorkspaceId> SelectRulesVersions = new(
        "SELECT w.id, w.rules_version FROM workspaces w WHERE w.id = {workspace}",
        id => id);

    public static readonly RowStatement<(WorkspaceId WorkspaceId, string Key)> SelectAnswers = new(
        """
        SELECT k.workspace_id, k.request_key, k.body_hash, k.answer, k.created_at
        FROM {rows}
        JOIN idempotency_keys k ON k.workspace_id = {workspace} AND k.request_key = r.request_key
        """,
        row => row.WorkspaceId,
        [new("request_key", Kind.Text, row => row.Key, IdempotencyKey.MaxStoredLength)]);

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
            AND NOT EXISTS (SELECT 1 FROM erasures x WHERE x.workspace_id = e.workspace_id AND x.contact_id = e.contact_id)
        """,
        row => row.WorkspaceId,
        [new("id", Kind.Id, row => row.EventId)]);

    public static readonly RowStatement<RunsKey> SelectLastRuns = new(
        """
        SELECT {workspace}, r.contact_id, r.automation_id, (
            SELECT MAX(e.run) FROM enrollments e
            WHERE e.workspace_id = {workspace} AND e.contact_id = r.contact_id AND e.automation_id = r.automation_id)
        FROM {rows}
        """,
        key => key.WorkspaceId,
        RunsKeyColumns);

    public static readonly RowStatement<RunsKey> SelectLastEnrollments = new(
        """
        SELECT e.workspace_id, e.contact_id, e.automation_id, e.run, e.id
        FROM {rows}
        JOIN enrollments e ON e.workspace_id = {workspace} AND e.contact_id = r.contact_id AND e.automation_id = r.automation_id
            AND e.run = (
                SELECT MAX(l.run) FROM enrollments l
                WHERE l.workspace_id = {workspace} AND l.contact_id = r.contact_id AND l.automation_id = r.automation_id)
        """,
        key => key.WorkspaceId,
        RunsKeyColumns);

    public static readonly RowStatement<RunsKey> SelectNewestActiveRuns = new(
        $"""
        SELECT {RunSql.RunColumns}
        FROM {Rows}
        JOIN enrollments e ON e.workspace_id = {Workspace} AND e.contact_id = r.contact_id AND e.automation_id = r.automation_id
            AND e.status = 1 AND e.run = (
                SELECT MAX(l.run) FROM enrollments l
                WHERE l.workspace_id = {Workspace} AND l.contact_id = r.contact_id AND l.automation_id = r.automation_id AND l.status = 1)
        """,
        key => key.WorkspaceId,
        RunsKeyColumns);

    public static readonly RowStatement<(RunsKey Runs, KeyHash Key)> SelectKeyHolders = new(
        """
        SELECT e.workspace_id, e.contact_id, e.automation_id, e.key_hash, e.id
        FROM {rows}
        JOIN enrollments e ON e.workspace_id = {workspace} AND e.automation_id = r.automation_id AND e.contact_id = r.contact_id
            AND e.key_hash = r.key_hash AND e.key_hash IS NOT NULL
        """,
        row => row.Runs.WorkspaceId,
        new("automation_id", Kind.Id, row => row.Runs.AutomationId),
        new("contact_id", Kind.Id, row => row.Runs.ContactId),
        new("key_hash", Kind.Bytes, row => row.Key.ToBytes(), KeyHash.Length));

    public static readonly RowStatement<Contact> InsertContacts = new(
        """
        INSERT INTO contacts (id, workspace_id, email, first_name, last_name, name, search_name, custom_fields, last_event_id, event_count, first_of_many)
        SELECT r.id, {workspace}, r.email, r.first_name, r.last_name, r.name, r.search_name, r.custom_fields, r.last_event_id, r.event_count, r.first_of_many
        FROM {rows}
        """,
        contact => contact.WorkspaceId,
        new("id", Kind.Id, contact => contact.Id),
        new("email", Kind.Text, contact => contact.Email, EmailAddress.MaxLength),
        new("first_name", Kind.Text, contact => contact.FirstName, Contact.MaxNameLength),
        new("last_name", Kind.Text, contact => contact.LastName, Contact.MaxNameLength),
        new("name", Kind.Text, contact => contact.Name, Contact.MaxNameLength),
        new("search_name", Kind.Text, contact => contact.SearchName, Contact.MaxSearchNameLength),
        new("custom_fields", Kind.Text, contact => contact.CustomFields.Json.Text),
        new("last_event_id", Kind.Id, contact => contact.LastEventId),
        new("event_count", Kind.Int, contact => contact.EventCount),
        new("first_of_many", Kind.Id, contact => contact.FirstOfMany));

    public static readonly RowStatement<Contact> UpdateContacts = new(
        """
        UPDATE contacts
        SET first_name = r.first_name, last_name = r.last_name, name = r.name,
            custom_fields = r.custom_fields, last_event_id = r.last_event_id, event_count = r.event_count, first_of_many = r.first_of_many
        FROM {rows}
        WHERE contacts.workspace_id = {workspace} AND contacts.id = r.id
        """,
        contact => contact.WorkspaceId,
        new("id", Kind.Id, contact => contact.Id),
        new("first_name", Kind.Text, contact => contact.FirstName, Contact.MaxNameLength),
        new("last_name", Kind.Text, contact => contact.LastName, Contact.MaxNameLength),
        new("name", Kind.Text, contact => contact.Name, Contact.MaxNameLength),
        new("custom_fields", Kind.Text, contact => contact.CustomFields.Json.Text),
        new("last_event_id", Kind.Id, contact => contact.LastEventId),
        new("event_count", Kind.Int, contact => contact.EventCount),
        new("first_of_many", Kind.Id, contact => contact.FirstOfMany));

    // Names change seldom, and every event updates its contact.
    public static readonly RowStatement<Contact> SetSearchNames = new(
        """
        UPDATE contacts
        SET search_name = r.search_name
        FROM {rows}
        WHERE contacts.workspace_id = {workspace} AND contacts.id = r.id
        """,
        contact => contact.WorkspaceId,
        new("id", Kind.Id, contact => contact.Id),
        new("search_name", Kind.Text, contact => contact.SearchName, Contact.MaxSearchNameLength));

    // Ids are few that change, so they have statements of their own; all are taken away before any is given, or two contacts
    // that swap theirs would meet in the index.
    public static readonly RowStatement<Contact> ClearExternalIds = new(
        """
        UPDATE contacts
        SET external_id = NULL
        FROM {rows}
        WHERE contacts.workspace_id = {workspace} AND contacts.id = r.id
        """,
        contact => contact.WorkspaceId,
        [new("id", Kind.Id, contact => contact.Id)]);

    public static readonly RowStatement<Contact> SetExternalIds = new(
        """
        UPDATE contacts
        SET external_id = r.external_id
        FROM {rows}
        WHERE contacts.workspace_id = {workspace} AND contacts.id = r.id
        """,
        contact => contact.WorkspaceId,
        new("id", Kind.Id, contact => contact.Id),
        new("external_id", Kind.Text, contact => contact.ExternalId, ExternalId.MaxLength));

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
        new("occurred_at", Kind.Long, row => Microseconds(row.OccurredAt)),
        new("source_id", Kind.Id, row => row.SourceId),
        new("delivery_id", Kind.Id, row => row.DeliveryId),
        new("enrolled", Kind.Int, row => row.Enrolled),
        new("exited", Kind.Int, row => row.Exited),
        new("woken", Kind.Int, row => row.Woken),
        new("has_effect", Kind.Int, row => row.HasEffect ? 1 : 0),
        new("decisions", Kind.Text, row => DecisionsConverter.Write(row.Decisions)),
        new("contact_properties", Kind.Text, row => row.ContactProperties?.Text),
        new("warnings", Kind.Text, row => WarningsConverter.Write(row.Warnings)),
        new("history_at", Kind.Long, row => Microseconds(row.HistoryAt)),
        new("is_of_many", Kind.Int, row => row.IsOfMany ? 1 : 0),
        new("automation_id", Kind.Id, row => row.AutomationId),
        new("enrollment_id", Kind.Id, row => row.EnrollmentId),
        new("client", Kind.Int, row => (int?)row.Client));

    public static readonly RowStatement<Enrollment> InsertEnrollments = new(
        """
        INSERT INTO enrollments (id, workspace_id, automation_id, contact_id, run, version, step, enrolled_by_event_id, depth, key_hash, status, resume_at, ended_at,
            exited_by_event_id, step_id, visit_number, entered_at, due_at, held_due_at, waits_on_contact, ended_because, failures, parked_because,
            awaited_event, received_event_id, moved_by_event_id)
        SELECT r.id, {workspace}, r.automation_id, r.contact_id, r.run, r.version, r.step, r.enrolled_by_event_id, r.depth, r.key_hash, r.status, r.resume_at, r.ended_at,
            r.exited_by_event_id, r.step_id, r.visit_number, r.entered_at, r.due_at, r.held_due_at, r.waits_on_contact, r.ended_because, r.failures, r.parked_because,
            r.awaited_event, r.received_event_id, r.moved_by_event_id
        FROM {rows}
        """,
        row => row.WorkspaceId,
        [
            new("id", Kind.Id, row => row.Id),
            new("automation_id", Kind.Id, row => row.AutomationId),
            new("contact_id", Kind.Id, row => row.ContactId),
            new("run", Kind.Int, row => row.Run),
            new("version", Kind.Int, row => row.Version),
            new("step", Kind.Int, row => row.Step),
            new("enrolled_by_event_id", Kind.Id, row => row.EnrolledByEventId),
            new("depth", Kind.Int, row => row.Depth),
            new("key_hash", Kind.Bytes, row => row.KeyHash?.ToBytes(), KeyHash.Length),
            .. RunSql.PlaceColumns,
        ]);

    public static readonly RowStatement<NewAnswer> InsertAnswers = new(
        """
        INSERT INTO idempotency_keys (workspace_id, request_key, body_hash, answer, created_at)
        SELECT {workspace}, r.request_key, r.body_hash, r.answer, r.created_at
        FROM {rows}
        """,
        row => row.WorkspaceId,
        new("request_key", Kind.Text, row => row.Key, IdempotencyKey.MaxStoredLength),
        new("body_hash", Kind.Bytes, row => row.First.BodyHash, IdempotencyRecordConfiguration.BodyHashLength),
        new("answer", Kind.Text, row => AnswerJson.Write(row.First.Answer)),
        new("created_at", Kind.Long, row => Microseconds(row.First.CreatedAt)));

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

    public static readonly RowStatement<NewAnswer> RenewAnswers = new(
        """
        UPDATE idempotency_keys
        SET body_hash = r.body_hash, answer = r.answer, created_at = r.created_at
        FROM {rows}
        WHERE idempotency_keys.workspace_id = {workspace} AND idempotency_keys.request_key = r.request_key
            AND idempotency_keys.created_at = r.expired_at
        """,
        row => row.WorkspaceId,
        new("request_key", Kind.Text, row => row.Key, IdempotencyKey.MaxStoredLength),
        new("body_hash", Kind.Bytes, row => row.First.BodyHash, IdempotencyRecordConfiguration.BodyHashLength),
        new("answer", Kind.Text, row => AnswerJson.Write(row.First.Answer)),
        new("created_at", Kind.Long, row => Microseconds(row.First.CreatedAt)),
        new("expired_at", Kind.Long, row => Microseconds(row.ExpiredAt)));

    public static readonly RowStatement<(WorkspaceId WorkspaceId, DeliveryId DeliveryId)> SelectDeliveryFates = new(
        """
        SELECT d.id, d.status, d.event_id
        FROM {rows}
        JOIN deliveries d ON d.workspace_id = {workspace} AND d.id = r.id
        """,
        row => row.WorkspaceId,
        [new("id", Kind.Id, row => row.DeliveryId)]);

    public static readonly RowStatement<Delivery> InsertDeliveries = new(
        """
        INSERT INTO deliveries (id, workspace_id, source_id, status, code, reason, event_id, content_type, headers, payload, delivery_id,
            items, item_reasons, skipped_items, withheld_headers)
        SELECT r.id, {workspace}, r.source_id, r.status, r.code, r.reason, r.event_id, r.content_type, r.headers, r.payload, r.delivery_id,
            r.items, r.item_reasons, r.skipped_items, r.withheld_headers
        FROM {rows}
        """,
        row => row.WorkspaceId,
        new("id", Kind.Id, row => row.Id),
        new("source_id", Kind.Id, row => row.SourceId),
        new("status", Kind.Int, row => (int)row.Status),
        new("code", Kind.Text, row => row.Code, Delivery.MaxCodeLength),
        new("reason", Kind.Text, row => row.Reason, Delivery.MaxReasonLength),
        new("event_id", Kind.Id, row => row.EventId),
        new("content_type", Kind.Text, row => row.ContentType, Delivery.MaxContentTypeLength),
        new("headers", Kind.Text, row => row.Headers),
        new("payload", Kind.Bytes, row => row.Payload),
        new("delivery_id", Kind.Text, row => row.DeliveryId, DeliveryConfiguration.MaxDeliveryIdLength),
        new("items", Kind.Text, row => row.Items),
        new("item_reasons", Kind.Text, row => row.ItemReasons),
        new("skipped_items", Kind.Int, row => row.SkippedItems),
        new("withheld_headers", Kind.Text, row => row.WithheldHeaders));

    // Those of which as many items are skipped as when they were read.
    public static readonly RowStatement<Delivery> SelectReplayable = new(
        """
        SELECT d.id
        FROM {rows}
        JOIN deliveries d ON d.workspace_id = {workspace} AND d.id = r.id AND d.skipped_items = r.skipped_items AND d.skipped_items > 0 AND d.payload IS NOT NULL
            AND NOT EXISTS (
                SELECT 1 FROM delivery_addresses a
                JOIN erasures x ON x.workspace_id = a.workspace_id AND (x.address_hash = a.address_hash OR x.external_id_hash = a.address_hash)
                WHERE a.workspace_id = d.workspace_id AND a.delivery_id = d.id)
        """,
        row => row.WorkspaceId,
        new("id", Kind.Id, row => row.Id),
        new("skipped_items", Kind.Int, row => row.SkippedItems));

    public static readonly RowStatement<StoredRow<DeliveryId>> ForgetDeliveries = new(
        """
        UPDATE deliveries
        SET payload = NULL, headers = NULL, reason = NULL, item_reasons = NULL, withheld_headers = NULL, content_type = NULL, delivery_id = NULL
        FROM {rows}
        WHERE deliveries.workspace_id = {workspace} AND deliveries.id = r.id
        """,
        row => row.WorkspaceId,
        [new("id", Kind.Id, row => row.Id)]);

    public static readonly RowStatement<DeliveryAddress> InsertDeliveryAddresses = new(
        """
        INSERT INTO delivery_addresses (workspace_id, address_hash, delivery_id)
        SELECT {workspace}, r.address_hash, r.delivery_id
        FROM {rows}
        """,
        row => row.WorkspaceId,
        new("address_hash", Kind.Id, row => row.AddressHash),
        new("delivery_id", Kind.Id, row => row.DeliveryId));

    // Only when as much of it is still skipped: of two replays at once, one makes the events.
    public static readonly RowStatement<(Delivery Delivery, int SkippedBefore)> UpdateDeliveries = new(
        """
        UPDATE deliveries
        SET status = r.status, code = r.code, reason = r.reason, event_id = r.event_id, replayed_at = r.replayed_at,
            items = r.items, item_reasons = r.item_reasons, skipped_items = r.skipped_items, withheld_headers = r.withheld_headers
        FROM {rows}
        WHERE deliveries.workspace_id = {workspace} AND deliveries.id = r.id
            AND deliveries.skipped_items = r.loaded_skipped_items AND deliveries.payload IS NOT NULL
        """,
        row => row.Delivery.WorkspaceId,
        new("id", Kind.Id, row => row.Delivery.Id),
        new("status", Kind.Int, row => (int)row.Delivery.Status),
        new("code", Kind.Text, row => row.Delivery.Code, Delivery.MaxCodeLength),
        new("reason", Kind.Text, row => row.Delivery.Reason, Delivery.MaxReasonLength),
        new("event_id", Kind.Id, row => row.Delivery.EventId),
        new("replayed_at", Kind.Long, row => Microseconds(row.Delivery.ReplayedAt)),
        new("items", Kind.Text, row => row.Delivery.Items),
        new("item_reasons", Kind.Text, row => row.Delivery.ItemReasons),
        new("skipped_items", Kind.Int, row => row.Delivery.SkippedItems),
        new("withheld_headers", Kind.Text, row => row.Delivery.WithheldHeaders),
        new("loaded_skipped_items", Kind.Int, row => row.SkippedBefore));

    private static string Rows => "{rows}";

    private static string Workspace => "{workspace}";

    private static Column<RunsKey>[] RunsKeyColumns =>
    [
        new("contact_id", Kind.Id, key => key.ContactId),
        new("automation_id", Kind.Id, key => key.AutomationId),
    ];

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

    public static RunsKey ReadRunsKey(RowReader row) => new(row.Id<WorkspaceId>(0), row.Id<ContactId>(1), row.Id<AutomationId>(2));

    public static Contact ReadContact(RowReader row) => Contact.Restore(
        row.Id<ContactId>(0),
        row.Id<WorkspaceId>(1),
        row.Text(2),
        row.TextOrNull(3),
        row.TextOrNull(4),
        row.TextOrNull(5),
        new CustomFieldValues(new RawJson(row.Text(6))),
        row.IdOrNull<EventId>(7),
        row.TextOrNull(8),
        row.Int(9),
        row.IdOrNull<EventId>(10));

    public static FirstAnswer ReadAnswer(RowReader row) =>
        new(row.BytesOrNull(2), AnswerJson.Read(row.Text(3)), UnixMicrosecondsConverter.ToTime(row.LongOrNull(4)!.Value));

    private static long? Microseconds(DateTimeOffset? time) =>
        time is { } value ? UnixMicrosecondsConverter.ToMicroseconds(value) : null;
}
