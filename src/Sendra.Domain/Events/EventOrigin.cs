namespace Sendra.Domain.Events;

/// <summary>How an event was received: through the API, by a delivery to an event source, or from a step of an automation.</summary>
/// <param name="SourceId">The event source, or null.</param>
/// <param name="DeliveryId">The delivery, or null.</param>
/// <param name="AutomationId">The automation whose step sent it, or null.</param>
/// <param name="EnrollmentId">The run whose step sent it, or null.</param>
public sealed record EventOrigin(EventSourceId? SourceId, DeliveryId? DeliveryId, AutomationId? AutomationId = null, EnrollmentId? EnrollmentId = null)
{
    /// <summary>The direct API.</summary>
    public static EventOrigin Api { get; } = new(null, null);
}
