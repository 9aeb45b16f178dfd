namespace Sendra.Client.EventSources;

/// <summary>One request to a source's URL, with its headers and body.</summary>
public sealed record DeliveryDetails
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The source.</summary>
    public string SourceId { get; init; } = "";

    /// <summary>When it arrived.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The outcome of a delivery, or of one of its items.</summary>
    public DeliveryStatus Status { get; init; }

    /// <summary>Why it has no effect, for programs.</summary>
    public string? Code { get; init; }

    /// <summary>The same as a sentence; deleted together with the payload.</summary>
    public string? Reason { get; init; }

    /// <summary>The event it became; for a duplicate, the event of the first delivery; of a list, that of the first such item.</summary>
    public string? EventId { get; init; }

    /// <summary>The sender's own id.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>When it was last replayed.</summary>
    public DateTimeOffset? ReplayedAt { get; init; }

    /// <summary>The outcome of each item; null when it was read as one event.</summary>
    public IReadOnlyList<DeliveredItem>? Items { get; init; }

    /// <summary>The Content-Type header.</summary>
    public string? ContentType { get; init; }

    /// <summary>The other headers, without cookies, credentials and signatures; null once they are no longer kept.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The body; null once it is no longer kept.</summary>
    public string? Payload { get; init; }

    /// <summary>How a delivery's payload is shown.</summary>
    public PayloadEncoding PayloadEncoding { get; init; }
}
