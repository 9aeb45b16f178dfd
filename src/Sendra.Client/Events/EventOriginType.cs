namespace Sendra.Client.Events;

/// <summary>How an event was received.</summary>
public enum EventOriginType
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Api,
    Webhook,
    Automation,
}
