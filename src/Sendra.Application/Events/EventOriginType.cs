namespace Sendra.Application.Events;

/// <summary>Which door an event came in by.</summary>
public enum EventOriginType
{
    /// <summary>The API.</summary>
    Api,

    /// <summary>A delivery to an event source.</summary>
    Webhook,
}
