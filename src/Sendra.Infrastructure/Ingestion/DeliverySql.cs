using Sendra.Domain.EventSources;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Configurations;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Rows;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Deliveries to event sources, with the addresses in them.</summary>
internal static class DeliverySql
{
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
                JOIN erasures x ON x.workspace_id = {workspace} AND (x.address_hash = a.address_hash OR x.external_id_hash = a.address_hash)
                WHERE a.workspace_id = {workspace} AND a.delivery_id = d.id)
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
        new("replayed_at", Kind.Long, row => UnixMicrosecondsConverter.OrNull(row.Delivery.ReplayedAt)),
        new("items", Kind.Text, row => row.Delivery.Items),
        new("item_reasons", Kind.Text, row => row.Delivery.ItemReasons),
        new("skipped_items", Kind.Int, row => row.Delivery.SkippedItems),
        new("withheld_headers", Kind.Text, row => row.Delivery.WithheldHeaders),
        new("loaded_skipped_items", Kind.Int, row => row.SkippedBefore));
}
