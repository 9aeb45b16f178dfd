using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A link that verifies an email.</summary>
public sealed record VerifyEmailRequest
{
    /// <summary>The part of the link after #.</summary>
    /// <example>2bTq0VpLx8yRzKd4mNcE7wGhJ1sAfU5o</example>
    [Required]
    public string? Token { get; init; }

    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(VerifyEmailRequest);
}
