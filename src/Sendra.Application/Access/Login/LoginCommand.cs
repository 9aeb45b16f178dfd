using MediatR;

namespace Sendra.Application.Access.Login;

/// <summary>Signs a person in to the workspace joined first (W1).</summary>
/// <param name="Email">The address.</param>
public sealed record LoginCommand(string? Email, string? Password) : IRequest<SignedIn>
{
    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(LoginCommand);
}
