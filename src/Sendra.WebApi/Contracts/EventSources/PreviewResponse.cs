using System.Text.Json.Serialization;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>What a mapping would read. Nothing is written.</summary>
/// <param name="Mapped">The event; null when the delivery would be skipped, or there is no mapping to try.</param>
/// <param name="EmailCandidates">Paths at which something like an email stands, the most likely first.</param>
public sealed record PreviewResponse(MappedResponse? Mapped, IReadOnlyList<string> EmailCandidates)
{
    /// <summary>Why it would be skipped, for programs.</summary>
    /// <example>emailMissing</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>The same as a sentence: which path, what stood there, what to do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}
