namespace Sendra.Domain.EventSources;

/// <summary>What became of a delivery.</summary>
// The numbers are stored: add, never renumber.
public enum DeliveryStatus
{
    /// <summary>It became an event.</summary>
    Processed = 1,

    /// <summary>It could not be mapped (S5); it can be replayed.</summary>
    Skipped = 2,

    /// <summary>It had come before (S6).</summary>
    Duplicate = 3,

    /// <summary>Its signature was not right (S7).</summary>
    Refused = 4,
}
