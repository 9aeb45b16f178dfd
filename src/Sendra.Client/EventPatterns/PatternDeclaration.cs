namespace Sendra.Client.EventPatterns;

/// <summary>An event name to declare.</summary>
public sealed record PatternDeclaration
{
    /// <summary>At most 120 letters, digits, _, . and -, starting with a letter. Case-sensitive.</summary>
    public required string Name { get; init; }

    /// <summary>What the event means, at most 500 characters.</summary>
    public string? Description { get; init; }
}
