using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Rows;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Erasure;

/// <summary>The statements that erase.</summary>
internal static class ErasureSql
{
    public static readonly RowStatement<CountedEvent> DeleteEvents = new(
        """
        DELETE FROM received_events {using}
        WHERE received_events.workspace_id = {workspace} AND received_events.id = r.id
        """,
        row => row.WorkspaceId,
        [new("id", Kind.Id, row => row.Id)]);

    // Of the repeats. The row itself stays, so that the source's counts do; of the sender's words nothing does. The
    // index leaves out what has no event, and SQL Server uses it only for a statement that says so itself.
    public static readonly RowStatement<CountedEvent> ForgetRepeatsOfEvents = new(
        """
        UPDATE deliveries
        SET payload = NULL, headers = NULL, reason = NULL, item_reasons = NULL, withheld_headers = NULL, content_type = NULL, delivery_id = NULL
        FROM {rows}
        WHERE deliveries.workspace_id = {workspace} AND deliveries.event_id = r.id AND deliveries.event_id IS NOT NULL
        """,
        row => row.WorkspaceId,
        [new("id", Kind.Id, row => row.Id)]);

    // What the events came with, other people's items beside them too (S11).
    public static readonly RowStatement<CountedEvent> SelectDeliveriesOfEvents = new(
        """
        SELECT e.delivery_id
        FROM {rows}
        JOIN received_events e ON e.workspace_id = {workspace} AND e.id = r.id AND e.delivery_id IS NOT NULL
        """,
        row => row.WorkspaceId,
        [new("id", Kind.Id, row => row.Id)]);

    public static readonly RowStatement<DeliveryAddress> DeleteDeliveryAddresses = new(
        """
        DELETE FROM delivery_addresses {using}
        WHERE delivery_addresses.workspace_id = {workspace} AND delivery_addresses.address_hash = r.address_hash
            AND delivery_addresses.delivery_id = r.delivery_id
        """,
        row => row.WorkspaceId,
        new("address_hash", Kind.Id, row => row.AddressHash),
        new("delivery_id", Kind.Id, row => row.DeliveryId));

    public static readonly RowStatement<ErasureUnderWay> InsertErasures = new(
        """
        INSERT INTO erasures (workspace_id, contact_id, address_hash, external_id_hash, started_at)
        SELECT {workspace}, r.contact_id, r.address_hash, r.external_id_hash, r.started_at
        FROM {rows}
        """,
        erasure => erasure.WorkspaceId,
        new("contact_id", Kind.Id, erasure => erasure.ContactId),
        new("address_hash", Kind.Id, erasure => erasure.AddressHash),
        new("external_id_hash", Kind.Id, erasure => erasure.ExternalIdHash),
        new("started_at", Kind.Long, erasure => UnixMicrosecondsConverter.ToMicroseconds(erasure.StartedAt)));

    // Their address stays suppressed, by a hash that tells nobody which it is.
    public static readonly RowStatement<ErasureUnderWay> ForgetSuppressions = new(
        """
        UPDATE suppressions
        SET email = NULL, message_id = NULL
        FROM {rows}
        WHERE suppressions.workspace_id = {workspace} AND suppressions.address_hash = r.address_hash
        """,
        erasure => erasure.WorkspaceId,
        [new("address_hash", Kind.Id, erasure => erasure.AddressHash)]);

    // Of the person nothing stays; the address is free at once.
    public static readonly RowStatement<ErasureUnderWay> BlankContacts = new(
        """
        UPDATE contacts
        SET email = r.email, external_id = NULL, first_name = NULL, last_name = NULL, name = NULL, search_name = '', custom_fields = r.custom_fields
        FROM {rows}
        WHERE contacts.workspace_id = {workspace} AND contacts.id = r.id
        """,
        erasure => erasure.WorkspaceId,
        new("id", Kind.Id, erasure => erasure.ContactId),
        new("email", Kind.Text, erasure => BlankEmailOf(erasure.ContactId), EmailAddress.MaxLength),
        new("custom_fields", Kind.Text, _ => CustomFieldValues.None.Json.Text));

    public static readonly RowStatement<(WorkspaceId WorkspaceId, AddressHash AddressHash)> SelectDeliveriesOfAddresses = new(
        """
        SELECT a.delivery_id
        FROM {rows}
        JOIN delivery_addresses a ON a.workspace_id = {workspace} AND a.address_hash = r.address_hash
        """,
        row => row.WorkspaceId,
        [new("address_hash", Kind.Id, row => row.AddressHash)]);

    public static readonly RowStatement<StoredRow<EnrollmentId>> SelectPlaces = new(
        """
        SELECT e.id, e.automation_id, e.step_id, e.entered_at
        FROM {rows}
        JOIN enrollments e ON e.workspace_id = {workspace} AND e.id = r.id
        """,
        row => row.WorkspaceId,
        RowColumns<EnrollmentId>());

    public static readonly RowStatement<StoredRow<EnrollmentId>> SelectVisits = new(
        """
        SELECT v.enrollment_id, v.step_id, v.path, v.outcome
        FROM {rows}
        JOIN visits v ON v.workspace_id = {workspace} AND v.enrollment_id = r.enrollment_id
        """,
        row => row.WorkspaceId,
        [new("enrollment_id", Kind.Id, row => row.Id)]);

    public static readonly RowStatement<StoredRow<EnrollmentId>> DeleteVisits = new(
        """
        DELETE FROM visits {using}
        WHERE visits.workspace_id = {workspace} AND visits.enrollment_id = r.enrollment_id
        """,
        row => row.WorkspaceId,
        [new("enrollment_id", Kind.Id, row => row.Id)]);

    public static readonly RowStatement<StoredRow<EnrollmentId>> DeleteEffects = new(
        """
        DELETE FROM outbox {using}
        WHERE outbox.workspace_id = {workspace} AND outbox.enrollment_id = r.enrollment_id
        """,
        row => row.WorkspaceId,
        [new("enrollment_id", Kind.Id, row => row.Id)]);

    public static readonly RowStatement<StoredRow<EnrollmentId>> DeleteMessages = new(
        """
        DELETE FROM messages {using}
        WHERE messages.workspace_id = {workspace} AND messages.enrollment_id = r.enrollment_id AND messages.enrollment_id IS NOT NULL
        """,
        row => row.WorkspaceId,
        [new("enrollment_id", Kind.Id, row => row.Id)]);

    // Tests, which belong to no run.
    public static readonly RowStatement<StoredRow<ContactId>> DeleteMessagesOfContacts = new(
        """
        DELETE FROM messages {using}
        WHERE messages.workspace_id = {workspace} AND messages.contact_id = r.contact_id
        """,
        row => row.WorkspaceId,
        [new("contact_id", Kind.Id, row => row.Id)]);

    public static readonly RowStatement<StoredRow<EnrollmentId>> DeleteEnrollments = new(
        """
        DELETE FROM enrollments {using}
        WHERE enrollments.workspace_id = {workspace} AND enrollments.id = r.id
        """,
        row => row.WorkspaceId,
        RowColumns<EnrollmentId>());

    public static readonly RowStatement<StoredRow<ContactId>> DeleteContacts = new(
        """
        DELETE FROM contacts {using}
        WHERE contacts.workspace_id = {workspace} AND contacts.id = r.id
        """,
        row => row.WorkspaceId,
        RowColumns<ContactId>());

    public static readonly RowStatement<StoredRow<ContactId>> SelectEventsOfContacts = new(
        """
        SELECT e.id, e.event_name, e.enrolled, e.exited
        FROM {rows}
        JOIN received_events e ON e.workspace_id = {workspace} AND e.contact_id = r.id
        """,
        row => row.WorkspaceId,
        RowColumns<ContactId>());

    public static readonly RowStatement<StoredRow<ContactId>> SelectEnrollmentsOfContacts = new(
        """
        SELECT e.id
        FROM {rows}
        JOIN enrollments e ON e.workspace_id = {workspace} AND e.contact_id = r.id
        """,
        row => row.WorkspaceId,
        RowColumns<ContactId>());

    public static readonly RowStatement<(WorkspaceId WorkspaceId, string EventName)> SelectTallies = new(
        """
        SELECT t.workspace_id, t.event_name, t.shard, t.received_count
        FROM {rows}
        JOIN event_name_tallies t ON t.workspace_id = {workspace} AND t.event_name = r.event_name
        """,
        row => row.WorkspaceId,
        [new("event_name", Kind.Text, row => row.EventName, EventName.MaxLength)]);

    // Only as they were read: a tally that somebody has counted on since stays, and the step is repeated.
    public static readonly RowStatement<EventNameTally> DeleteTallies = new(
        """
        DELETE FROM event_name_tallies {using}
        WHERE event_name_tallies.workspace_id = {workspace} AND event_name_tallies.event_name = r.event_name
            AND event_name_tallies.shard = r.shard AND event_name_tallies.received_count = r.received_count
        """,
        tally => tally.WorkspaceId,
        new("event_name", Kind.Text, tally => tally.EventName, EventName.MaxLength),
        new("shard", Kind.Int, tally => tally.Shard),
        new("received_count", Kind.Long, tally => tally.ReceivedCount));

    public static readonly RowStatement<(WorkspaceId WorkspaceId, string EventName)> DeletePropertyTypes = new(
        """
        DELETE FROM event_property_types {using}
        WHERE event_property_types.workspace_id = {workspace} AND event_property_types.event_name = r.event_name
        """,
        row => row.WorkspaceId,
        [new("event_name", Kind.Text, row => row.EventName, EventName.MaxLength)]);

    public static readonly RowStatement<EventPeriodTally> SelectPeriodTallies = new(
        """
        SELECT t.workspace_id, t.event_name, t.begin_hour, t.shard, t.received
        FROM {rows}
        JOIN event_period_tallies t ON t.workspace_id = {workspace} AND t.event_name = r.event_name AND t.begin_hour = r.begin_hour
        """,
        tally => tally.WorkspaceId,
        new("event_name", Kind.Text, tally => tally.EventName, EventName.MaxLength),
        new("begin_hour", Kind.Int, tally => tally.Hour));

    // As above.
    public static readonly RowStatement<EventPeriodTally> DeletePeriodTallies = new(
        """
        DELETE FROM event_period_tallies {using}
        WHERE event_period_tallies.workspace_id = {workspace} AND event_period_tallies.event_name = r.event_name
            AND event_period_tallies.begin_hour = r.begin_hour AND event_period_tallies.shard = r.shard
            AND event_period_tallies.received = r.received
        """,
        tally => tally.WorkspaceId,
        new("event_name", Kind.Text, tally => tally.EventName, EventName.MaxLength),
        new("begin_hour", Kind.Int, tally => tally.Hour),
        new("shard", Kind.Int, tally => tally.Shard),
        new("received", Kind.Long, tally => tally.Received));

    /// <summary>What a contact under erasure has for an address: no text that an address can be.</summary>
    public static string BlankEmailOf(ContactId contactId) => contactId.Value.ToString("N");

    private static Column<StoredRow<T>>[] RowColumns<T>()
        where T : struct, IId<T> =>
    [
        new("id", Kind.Id, row => row.Id),
    ];
}
