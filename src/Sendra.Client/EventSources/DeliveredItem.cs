namespace Sendra.Client.EventSources;

/// <summary>The outcome of one item of a delivery.</summary>
public sealed record DeliveredItem
{
    /// <summary>Its place in the list, counted from 0.</summary>
    public int Index { get; init; }

    /// <summary>The outcome of a delivery, or of one of its items.</summary>
    public DeliveryStatus Status { get; init; }

    /// <summary>The event it became; for a duplicate, the event of the first one.</summary>
    public string? EventId { get; init; }

    /// <summary>Why it has no effect, for programs.</summary>
    public string? Code { get; init; }

    /// <summary>The same as a sentence; deleted together with the payload.</summary>
    public string? Reason { get; init; }
}
