namespace Sendra.Client.EventSources;

/// <summary>How a delivery's payload is shown.</summary>
public enum PayloadEncoding
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Text,
    Base64,
}
