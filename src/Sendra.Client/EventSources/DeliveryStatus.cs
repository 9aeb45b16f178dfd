namespace Sendra.Client.EventSources;

/// <summary>The outcome of a delivery, or of one of its items.</summary>
public enum DeliveryStatus
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Processed,
    Skipped,
    Duplicate,
    Refused,
    Ignored,
    Handshake,
}
