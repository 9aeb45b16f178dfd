namespace Sendra.Client.EventSources;

/// <summary>What sends to a source.</summary>
public enum EventSourceKind
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Webhook,
    Client,
}
