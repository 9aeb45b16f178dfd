using System.Text.Json.Serialization;
using Sendra.Application.Events;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>How an event was received.</summary>
/// <param name="Type">Through the API, or by a delivery to an event source.</param>
/// <param name="SourceId">The event source.</param>
/// <param name="SourceName">Its current name; omitted if it was deleted.</param>
/// <param name="DeliveryId">The delivery.</param>
public sealed record OriginResponse(
    EventOriginType Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EventSourceId? SourceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SourceName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DeliveryId? DeliveryId);
