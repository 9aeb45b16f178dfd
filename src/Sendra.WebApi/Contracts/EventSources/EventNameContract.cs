using System.Text.Json.Serialization;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>Where the event's name comes from. Set one of the two.</summary>
public sealed record EventNameContract
{
    /// <summary>The name of every event of this source.</summary>
    /// <example>purchaseCompleted</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fixed { get; init; }

    /// <summary>The path of the field that holds the name, or <c>header:</c> and a header's name.</summary>
    /// <example>type</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }
}
