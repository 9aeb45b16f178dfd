namespace Sendra.Client.EventPatterns;

/// <summary>Which names were declared and refused.</summary>
public sealed record DeclaredNames
{
    /// <summary>The names that are declared now, including those that already were.</summary>
    public IReadOnlyList<string> Declared { get; init; } = [];

    /// <summary>The names that can't be declared.</summary>
    public IReadOnlyList<RefusedName> Refused { get; init; } = [];
}
