namespace Sendra.Client.EventPatterns;

/// <summary>Received names to declare.</summary>
public sealed record NamesToDeclare
{
    /// <summary>The names; null for all.</summary>
    public IReadOnlyList<string>? Names { get; init; }
}
