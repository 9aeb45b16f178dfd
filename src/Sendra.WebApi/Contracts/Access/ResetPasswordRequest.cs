using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A new password, set by a link.</summary>
public sealed record ResetPasswordRequest
{
    /// <summary>The part of the link after #.</summary>
    /// <example>2bTq0VpLx8yRzKd4mNcE7wGhJ1sAfU5o</example>
    [Required]
    public string? Token { get; init; }

    /// <summary>The new password: any 8 to 128 characters, but none of the most common passwords.</summary>
    /// <example>a better horse battery staple</example>
    [Required]
    public string? Password { get; init; }

    /// <summary>Hides the secrets, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(ResetPasswordRequest);
}
