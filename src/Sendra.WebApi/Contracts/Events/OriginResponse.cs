using System.Text.Json.Serialization;
using Sendra.Application.Events;
using Sendra.Domain.Events;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>How an event was received.</summary>
/// <param name="Type">Through the API, by a delivery to an event source, or from a step of an automation.</param>
/// <param name="SourceId">The event source.</param>
/// <param name="SourceName">Its current name; omitted if it was deleted.</param>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="AutomationId">The automation whose step sent it.</param>
/// <param name="AutomationName">Its current name.</param>
/// <param name="EnrollmentId">The enrollment whose step sent it.</param>
/// <param name="Client">The other product whose own client sent it through the API, such as `resend`.</param>
public sealed record OriginResponse(
    EventOriginType Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EventSourceId? SourceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SourceName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DeliveryId? DeliveryId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AutomationId? AutomationId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AutomationName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EnrollmentId? EnrollmentId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EventClient? Client);
