using MediatR;

namespace Sendra.Application.Access.AcceptInvitation;

/// <summary>
/// Joins a workspace by an invitation's link (W1): as the user who is signed in, or else with address and password,
/// of an account or for a new one.
/// </summary>
/// <param name="Token">What stands in the link.</param>
/// <param name="UserId">Who is signed in, or null.</param>
/// <param name="Email">The address, when nobody is signed in; the invitation's own when null.</param>
/// <param name="Password">The password, when nobody is signed in.</param>
public sealed record AcceptInvitationCommand(string? Token, UserId? UserId, string? Email, string? Password) : IRequest<SignedIn>
{
    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(AcceptInvitationCommand);
}
