namespace Sendra.Domain.Events;

/// <summary>How an event was received: through the API, or by a delivery to an event source.</summary>
/// <param name="SourceId">The event source, or null for the API.</param>
/// <param name="DeliveryId">The delivery, or null for the API.</param>
public sealed record EventOrigin(EventSourceId? SourceId, DeliveryId? DeliveryId)
{
    /// <summary>The direct API.</summary>
    public static EventOrigin Api { get; } = new(null, null);
}
