namespace Sendra.Client.Events;

/// <summary>How an event was received.</summary>
public sealed record EventOrigin
{
    /// <summary>How an event was received.</summary>
    public EventOriginType Type { get; init; }

    /// <summary>The event source.</summary>
    public string? SourceId { get; init; }

    /// <summary>Its current name; omitted if it was deleted.</summary>
    public string? SourceName { get; init; }

    /// <summary>The delivery.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>The automation whose step sent it.</summary>
    public string? AutomationId { get; init; }

    /// <summary>Its current name.</summary>
    public string? AutomationName { get; init; }

    /// <summary>The enrollment whose step sent it.</summary>
    public string? EnrollmentId { get; init; }

    /// <summary>Another product whose own client sent an event, through the API that Sendra has for it.</summary>
    public EventClient? Client { get; init; }
}
