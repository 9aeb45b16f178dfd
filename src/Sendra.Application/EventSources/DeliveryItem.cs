using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>One request to a source's URL.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SourceId">The source.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Status">Its outcome.</param>
/// <param name="Code">Why it has no effect, for programs.</param>
/// <param name="Reason">The same as a sentence; deleted together with the payload.</param>
/// <param name="EventId">The event it became; for a duplicate, the event of the first delivery; of a list, that of the first such item.</param>
/// <param name="DeliveryId">The sender's own id.</param>
/// <param name="ReplayedAt">When it was last replayed.</param>
/// <param name="Items">The outcome of each item; null when it was read as one event.</param>
public sealed record DeliveryItem(
    DeliveryId Id,
    EventSourceId SourceId,
    DateTimeOffset ReceivedAt,
    DeliveryStatus Status,
    string? Code,
    string? Reason,
    EventId? EventId,
    string? DeliveryId,
    DateTimeOffset? ReplayedAt,
    IReadOnlyList<ItemResult>? Items)
{
    internal static DeliveryItem From(Delivery delivery) => new(
        delivery.Id,
        delivery.SourceId,
        delivery.ReceivedAt,
        delivery.Status,
        delivery.Code,
        delivery.Reason,
        delivery.EventId,
        delivery.DeliveryId,
        delivery.ReplayedAt,
        ItemResult.From(delivery.ItemOutcomes));
}
