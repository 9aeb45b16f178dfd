using MediatR;

namespace Sendra.Application.Access.AcceptInvitation;

/// <summary>
/// Joins a workspace by an invitation's link (W1): as the signed-in user, or else with the email and password of an existing
/// or new account.
/// </summary>
/// <param name="Token">The token in the link.</param>
/// <param name="UserId">Who is signed in, or null.</param>
/// <param name="Email">The email, if nobody is signed in; null for the invitation's own.</param>
/// <param name="Password">The password, if nobody is signed in.</param>
public sealed record AcceptInvitationCommand(string? Token, UserId? UserId, string? Email, string? Password) : IRequest<SignedIn>
{
    /// <summary>Who has come by a provider, which vouches for the email, and has no account yet; null for everyone else.</summary>
    public ProviderIdentity? Newcomer { get; init; }

    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(AcceptInvitationCommand);
}
