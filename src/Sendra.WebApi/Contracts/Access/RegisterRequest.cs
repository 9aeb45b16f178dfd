using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Who signs up.</summary>
public sealed record RegisterRequest
{
    /// <summary>The email to sign in with.</summary>
    /// <example>grace@example.com</example>
    [Required]
    public string? Email { get; init; }

    /// <summary>Any 8 to 128 characters, but none of the most common passwords.</summary>
    /// <example>correct horse battery staple</example>
    [Required]
    public string? Password { get; init; }

    /// <summary>The workspace's name, 1 to 100 characters.</summary>
    /// <example>Example Ltd</example>
    [Required]
    public string? WorkspaceName { get; init; }

    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(RegisterRequest);
}
