using System.Text.Json.Serialization;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>The outcome of one item of a delivery.</summary>
/// <param name="Index">Its place in the list, counted from 0.</param>
/// <param name="Status">Its outcome.</param>
public sealed record ItemResult(int Index, DeliveryStatus Status)
{
    /// <summary>The event it became; for a duplicate, the event of the first one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EventId? EventId { get; init; }

    /// <summary>Why it has no effect, for programs.</summary>
    /// <example>emailMissing</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>The same as a sentence; deleted together with the payload.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>The items of a delivery; null when it was read as one event.</summary>
    public static IReadOnlyList<ItemResult>? From(IReadOnlyList<ItemOutcome>? items) => items is null
        ? null
        : [.. items.Select((item, index) => new ItemResult(index, item.Status) { EventId = item.EventId, Code = item.Code, Reason = item.Reason })];
}
