namespace Sendra.Domain.EventSources;

/// <summary>The outcome of a delivery, or of one of its items.</summary>
// The numbers are stored: add, never renumber.
public enum DeliveryStatus
{
    /// <summary>It became an event; of a list, one of its items did.</summary>
    Processed = 1,

    /// <summary>It couldn't be mapped (S5). It can be replayed.</summary>
    Skipped = 2,

    /// <summary>It was received before (S6).</summary>
    Duplicate = 3,

    /// <summary>Its signature is wrong (S7), or its body too large (S10).</summary>
    Refused = 4,

    /// <summary>The source doesn't take events of its name (S13).</summary>
    Ignored = 5,

    /// <summary>It asked something before its sender sends, and was answered (S14).</summary>
    Handshake = 6,
}
