namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>Which names to declare.</summary>
public sealed record DeclareUndeclaredRequest
{
    /// <summary>At most 1,000 names; all that were received without being declared when left out.</summary>
    /// <example>["signUp"]</example>
    public IReadOnlyList<string?>? Names { get; init; }
}
