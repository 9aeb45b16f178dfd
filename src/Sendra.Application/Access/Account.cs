using Sendra.Domain.Contacts;

namespace Sendra.Application.Access;

/// <summary>A person who can sign in (W1).</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The normalized email (E1).</param>
/// <param name="Stamp">Changes with every new password and second factor. A session ends when its stamp is no longer current.</param>
/// <param name="EmailVerified">True when the person has proven that the email is theirs.</param>
/// <param name="SecondFactor">True when a password alone doesn't sign the person in (W10).</param>
/// <param name="LastWorkspaceId">The workspace that the person was in last; null if in none yet. They may have left it since.</param>
public sealed record Account(UserId Id, string Email, string Stamp, bool EmailVerified, bool SecondFactor, WorkspaceId? LastWorkspaceId)
{
    /// <summary>The email.</summary>
    internal EmailAddress Address => EmailAddress.TryParse(Email, out var parsed, out _) ? parsed : throw new InvalidOperationException("Stored as parsed.");
}
