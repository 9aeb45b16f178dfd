using System.Text.Json.Serialization;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>What became of a test delivery.</summary>
/// <param name="Id">The delivery, as it is among those of the source.</param>
/// <param name="Outcome">What the sender would have got.</param>
/// <param name="Answer">What the sender would have got, if it was a question; otherwise absent.</param>
public sealed record TestDeliveryResponse(
    DeliveryId Id,
    DeliveryOutcomeResponse Outcome,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Answer);
