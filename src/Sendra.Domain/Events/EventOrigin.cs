namespace Sendra.Domain.Events;

/// <summary>How an event was received: through the API, by a delivery to an event source, or from a step of an automation.</summary>
/// <param name="SourceId">The event source, or null.</param>
/// <param name="DeliveryId">The delivery, or null.</param>
/// <param name="AutomationId">The automation whose step sent it, or null.</param>
/// <param name="EnrollmentId">The run whose step sent it, or null.</param>
/// <param name="Client">The other product whose client sent it through the API, or null.</param>
public sealed record EventOrigin(
    EventSourceId? SourceId, DeliveryId? DeliveryId, AutomationId? AutomationId = null, EnrollmentId? EnrollmentId = null, EventClient? Client = null)
{
    /// <summary>The direct API.</summary>
    public static EventOrigin Api { get; } = new(null, null);

    /// <summary>The API, through the client of another product if there is one.</summary>
    public static EventOrigin By(EventClient? client) => client is null ? Api : new EventOrigin(null, null, Client: client);
}
