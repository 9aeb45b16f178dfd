using System.Text.Json.Serialization;
using Sendra.Application.EventSources;
using Sendra.Domain.EventSources;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>The outcome of a delivery. When you get this, it is stored durably.</summary>
/// <param name="Status">
/// processed: it became an event. skipped: it couldn't be mapped and can be replayed. duplicate: it was received before. ignored: the source
/// doesn't take events of its name. A list is processed when one of its items is, else duplicate, ignored or skipped.
/// </param>
public sealed record DeliveryOutcomeResponse(DeliveryStatus Status)
{
    /// <summary>The event it became.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EventId? EventId { get; init; }

    /// <summary>How many automations enrolled the contact.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Enrolled { get; init; }

    /// <summary>How many active enrollments ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Exited { get; init; }

    /// <summary>How many enrollments that waited for the event continue with it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Woken { get; init; }

    /// <summary>Why it was skipped, for programs.</summary>
    /// <example>emailMissing</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>The same as a sentence: which path, what was there, what to do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Of a list: how many items became events.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Processed { get; init; }

    /// <summary>Of a list: how many items were skipped. They can be replayed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Skipped { get; init; }

    /// <summary>Of a list: the outcome of each item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ItemResult>? Items { get; init; }
}
