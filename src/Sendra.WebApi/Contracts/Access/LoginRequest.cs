using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Who signs in.</summary>
public sealed record LoginRequest
{
    /// <summary>The user's email.</summary>
    /// <example>grace@example.com</example>
    [Required]
    public string? Email { get; init; }

    /// <summary>The password.</summary>
    /// <example>correct horse battery staple</example>
    [Required]
    public string? Password { get; init; }

    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(LoginRequest);
}
