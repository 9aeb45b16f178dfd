using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>An event name to declare.</summary>
public sealed record DeclarePatternRequest
{
    /// <summary>At most 120 letters, digits, _, . and -, starting with a letter. Case-sensitive.</summary>
    /// <example>signUp</example>
    [Required]
    public string? Name { get; init; }

    /// <summary>What the event means, at most 500 characters.</summary>
    /// <example>A visitor created an account.</example>
    public string? Description { get; init; }
}
