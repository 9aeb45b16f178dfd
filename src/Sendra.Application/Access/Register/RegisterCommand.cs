using MediatR;

namespace Sendra.Application.Access.Register;

/// <summary>Signs a person up: creates a user and a workspace, and makes the user its owner (W1).</summary>
/// <param name="Email">The email to sign in with.</param>
/// <param name="Password">See <see cref="Access.Password"/>.</param>
/// <param name="WorkspaceName">The workspace's name.</param>
public sealed record RegisterCommand(string? Email, string? Password, string? WorkspaceName) : IRequest<SignedIn>
{
    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(RegisterCommand);
}
