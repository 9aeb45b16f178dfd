namespace Sendra.Domain.EventSources;

/// <summary>What sends to a source.</summary>
public enum EventSourceKind
{
    /// <summary>Whoever has its URL.</summary>
    Webhook,

    /// <summary>Another product's client, with one API key.</summary>
    Client,
}
