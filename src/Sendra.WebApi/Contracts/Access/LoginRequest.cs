using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Who signs in.</summary>
public sealed record LoginRequest
{
    /// <summary>The address.</summary>
    /// <example>grace@example.com</example>
    [Required]
    public string? Email { get; init; }

    /// <summary>The password.</summary>
    /// <example>correct horse battery staple</example>
    [Required]
    public string? Password { get; init; }

    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(LoginRequest);
}
