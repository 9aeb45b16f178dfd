namespace Sendra.Application.Events;

/// <summary>How an event was received.</summary>
public enum EventOriginType
{
    Api,

    /// <summary>A delivery to an event source.</summary>
    Webhook,

    /// <summary>A step of an automation.</summary>
    Automation,
}
