using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A new password.</summary>
public sealed record ChangePasswordRequest
{
    /// <summary>The current password.</summary>
    /// <example>correct horse battery staple</example>
    [Required]
    public string? CurrentPassword { get; init; }

    /// <summary>The new password: any 8 to 128 characters, but none of the most common passwords.</summary>
    /// <example>a better horse battery staple</example>
    [Required]
    public string? NewPassword { get; init; }

    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(ChangePasswordRequest);
}
