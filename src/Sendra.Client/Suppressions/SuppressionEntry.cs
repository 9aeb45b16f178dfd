namespace Sendra.Client.Suppressions;

/// <summary>One address of a list.</summary>
public sealed record SuppressionEntry
{
    /// <summary>The address.</summary>
    public string? Email { get; init; }

    /// <summary><c>marketing</c> or <c>all</c>; null for the scope of the whole list.</summary>
    public string? Scope { get; init; }
}
