namespace Sendra.Domain.EventSources;

/// <summary>What became of one item of a delivery; a delivery that is one event is one item (S11).</summary>
/// <param name="Status">What became of it.</param>
/// <param name="EventId">The event it became; for a duplicate, the event of the first one; otherwise null.</param>
/// <param name="Code">Why it has no effect; otherwise null.</param>
/// <param name="Reason">The same as a sentence; null also once the payload is no longer kept.</param>
public sealed record ItemOutcome(DeliveryStatus Status, EventId? EventId = null, string? Code = null, string? Reason = null)
{
    /// <summary>It became an event.</summary>
    public static ItemOutcome Processed(EventId eventId) => new(DeliveryStatus.Processed, eventId);

    /// <summary>It was received before.</summary>
    /// <param name="firstEventId">The event that the first one became.</param>
    public static ItemOutcome Duplicate(EventId firstEventId) => new(DeliveryStatus.Duplicate, firstEventId);

    /// <summary>It has no event.</summary>
    public static ItemOutcome Without(SkipReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new(reason.IsIgnored ? DeliveryStatus.Ignored : DeliveryStatus.Skipped, null, reason.Code, reason.Message);
    }
}
