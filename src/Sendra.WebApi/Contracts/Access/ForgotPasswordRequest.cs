using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Whose password was forgotten.</summary>
public sealed record ForgotPasswordRequest
{
    /// <summary>The email of the account.</summary>
    /// <example>ada@example.com</example>
    [Required]
    public string? Email { get; init; }
}
