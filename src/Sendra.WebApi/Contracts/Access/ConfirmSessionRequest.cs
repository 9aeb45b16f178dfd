using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Who is signed in, shown again.</summary>
public sealed record ConfirmSessionRequest
{
    /// <summary>The password.</summary>
    /// <example>correct horse battery staple</example>
    [Required]
    public string? Password { get; init; }

    /// <summary>The six digits that the authenticator app shows, or a recovery code. Needed if the account has a second factor.</summary>
    /// <example>123456</example>
    public string? Code { get; init; }

    /// <summary>Hides the secrets, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(ConfirmSessionRequest);
}
