namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>Which names to declare.</summary>
public sealed record DeclareUndeclaredRequest
{
    /// <summary>At most 1,000 names. Default: all names that were received but aren't declared.</summary>
    /// <example>["signUp"]</example>
    public IReadOnlyList<string?>? Names { get; init; }
}
