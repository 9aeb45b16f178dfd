using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>The second factor.</summary>
public sealed record CodeRequest
{
    /// <summary>The six digits that the authenticator app shows, or where it is allowed a recovery code. Case, spaces and hyphens don't matter.</summary>
    /// <example>123456</example>
    [Required]
    public string? Code { get; init; }

    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(CodeRequest);
}
