using System.Text.Json.Serialization;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>What a mapping would read. Nothing is written.</summary>
/// <param name="Mapped">The event, of a list that of its first item; null if the delivery would be skipped, or there is no mapping to try.</param>
/// <param name="EmailCandidates">Paths of values that look like emails, most likely first; of a list, those of its first item.</param>
public sealed record PreviewResponse(MappedResponse? Mapped, IReadOnlyList<string> EmailCandidates)
{
    /// <summary>Why it would be skipped, for programs.</summary>
    /// <example>emailMissing</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>The same as a sentence: which path, what was there, what to do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>How many items the list has; omitted when the delivery is one event.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ItemCount { get; init; }
}
