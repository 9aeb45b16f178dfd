namespace Sendra.Client.EventPatterns;

/// <summary>What a schema asks of one property.</summary>
public sealed record PatternPropertyDefinition
{
    /// <summary>The name of a property at the top of eventProperties, at most 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What a schema may ask of a property.</summary>
    public required SchemaType Type { get; init; }

    /// <summary>Whether an event must have it; null reads as missing. False when left out.</summary>
    public bool? Required { get; init; }

    /// <summary>
    /// The only values that it may have: 1 to 50 texts, numbers or booleans of its type, each at most 200 characters; any when left out.
    /// </summary>
    public IReadOnlyList<object>? Allowed { get; init; }
}
