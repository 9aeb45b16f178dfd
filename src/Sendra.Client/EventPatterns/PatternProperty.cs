using System.Text.Json;

namespace Sendra.Client.EventPatterns;

/// <summary>What a pattern asks of a property at the top of its events' eventProperties.</summary>
public sealed record PatternProperty
{
    /// <summary>The property's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What a schema may ask of a property.</summary>
    public SchemaType Type { get; init; }

    /// <summary>Whether an event must have it.</summary>
    public bool Required { get; init; }

    /// <summary>The values that it may have; null for any.</summary>
    public IReadOnlyList<JsonElement>? Allowed { get; init; }
}
