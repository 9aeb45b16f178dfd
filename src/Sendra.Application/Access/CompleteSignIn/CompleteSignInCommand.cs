using MediatR;

namespace Sendra.Application.Access.CompleteSignIn;

/// <summary>Signs a person in who has shown the password, by the second factor (W10).</summary>
/// <param name="Token">The token of the half sign-in.</param>
/// <param name="Code">A code of the authenticator app, or a recovery code.</param>
public sealed record CompleteSignInCommand(string? Token, string? Code) : IRequest<SignedIn>
{
    /// <summary>Hides the secrets, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(CompleteSignInCommand);
}
