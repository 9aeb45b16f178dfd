namespace Sendra.Application.EventSources;

/// <summary>What a source's sender sent.</summary>
/// <param name="Counts">The outcomes of all deliveries.</param>
/// <param name="LastDay">The outcomes of the deliveries of the last 24 hours.</param>
/// <param name="LastDeliveryAt">When the last delivery came; null before the first.</param>
public sealed record SourceTraffic(DeliveryCounts Counts, DeliveryCounts LastDay, DateTimeOffset? LastDeliveryAt)
{
    /// <summary>No deliveries yet.</summary>
    public static SourceTraffic None { get; } = new(DeliveryCounts.None, DeliveryCounts.None, null);
}
