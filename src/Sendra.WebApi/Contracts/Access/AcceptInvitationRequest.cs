using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Who joins: the signed-in user, or else the account with this email and password.</summary>
public sealed record AcceptInvitationRequest
{
    /// <summary>The part of the link after #.</summary>
    /// <example>2bTq0VpLx8yRzKd4mNcE7wGhJ1sAfU5o</example>
    [Required]
    public string? Token { get; init; }

    /// <summary>The email of an existing or new account. Not needed if you are signed in, or if the invitation names one.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }

    /// <summary>The account's password, or one for a new account: any 8 to 128 characters, but none of the most common passwords. Not needed if you are signed in.</summary>
    /// <example>correct horse battery staple</example>
    public string? Password { get; init; }

    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(AcceptInvitationRequest);
}
