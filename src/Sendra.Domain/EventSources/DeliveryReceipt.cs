namespace Sendra.Domain.EventSources;

/// <summary>A request to a source's URL as it came in, before anything was made of it.</summary>
/// <param name="Id">A new id, which carries the time of arrival.</param>
/// <param name="ContentType">The Content-Type header; cut when it is longer than <see cref="Delivery.MaxContentTypeLength"/>.</param>
/// <param name="Headers">The headers without secrets.</param>
/// <param name="Body">The raw bytes.</param>
/// <param name="WithheldHeaders">All headers, encrypted, while the signature in them can't be checked yet.</param>
/// <param name="DeliveryId">The sender's id; see <see cref="SenderDeliveryId"/>.</param>
public sealed record DeliveryReceipt(
    DeliveryId Id,
    WorkspaceId WorkspaceId,
    EventSourceId SourceId,
    string? ContentType,
    RequestHeaders Headers,
    byte[] Body,
    string? DeliveryId,
    string? WithheldHeaders = null);
