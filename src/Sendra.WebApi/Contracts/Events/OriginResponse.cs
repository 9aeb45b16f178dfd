using System.Text.Json.Serialization;
using Sendra.Application.Events;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>How an event came in.</summary>
/// <param name="Type">By the API, or by a delivery to an event source.</param>
/// <param name="SourceId">The event source.</param>
/// <param name="SourceName">Its name now; left out when it is deleted.</param>
/// <param name="DeliveryId">The delivery.</param>
public sealed record OriginResponse(
    EventOriginType Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EventSourceId? SourceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SourceName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DeliveryId? DeliveryId);
