using Sendra.Domain.EventSources;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>What became of a delivery.</summary>
/// <param name="EventId">Its event, or the first one's.</param>
internal readonly record struct DeliveryFate(DeliveryStatus Status, EventId? EventId)
{
    public static DeliveryFate Of(Delivery delivery) => new(delivery.Status, delivery.EventId);
}
