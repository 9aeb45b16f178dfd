using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Who follows a link: the user who is signed in, or else whom email and password say.</summary>
public sealed record AcceptInvitationRequest
{
    /// <summary>What stands behind # in the link.</summary>
    /// <example>2bTq0VpLx8yRzKd4mNcE7wGhJ1sAfU5o</example>
    [Required]
    public string? Token { get; init; }

    /// <summary>The address of an account, or for a new one. Not needed when signed in, or when the invitation names one.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }

    /// <summary>The account's password, or one for a new account: 8 to 128 characters, whichever. Not needed when signed in.</summary>
    /// <example>correct horse battery staple</example>
    public string? Password { get; init; }

    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(AcceptInvitationRequest);
}
