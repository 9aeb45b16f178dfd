namespace Sendra.Client.EventPatterns;

/// <summary>An automation that listens for the name.</summary>
public sealed record PatternUse
{
    /// <summary>The automation.</summary>
    public string AutomationId { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What an event does to an automation.</summary>
    public PatternRole Role { get; init; }
}
