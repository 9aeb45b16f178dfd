using MediatR;

namespace Sendra.Application.Access.Register;

/// <summary>Signs a person up: makes the user, a workspace and the user its owner (W1).</summary>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Password">See <see cref="Access.Password"/>.</param>
/// <param name="WorkspaceName">What people call the workspace.</param>
public sealed record RegisterCommand(string? Email, string? Password, string? WorkspaceName) : IRequest<SignedIn>
{
    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(RegisterCommand);
}
