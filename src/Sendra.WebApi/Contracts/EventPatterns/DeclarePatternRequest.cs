using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>An event name to declare.</summary>
public sealed record DeclarePatternRequest
{
    /// <summary>Starts with a letter; letters, digits, _, . and -; at most 120 characters; case counts.</summary>
    /// <example>signUp</example>
    [Required]
    public string? Name { get; init; }

    /// <summary>What the event means, at most 500 characters.</summary>
    /// <example>A visitor made an account.</example>
    public string? Description { get; init; }
}
