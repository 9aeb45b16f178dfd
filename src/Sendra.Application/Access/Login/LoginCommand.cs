using MediatR;

namespace Sendra.Application.Access.Login;

/// <summary>Signs a person in, to the workspace they used last (W7), or asks for the second factor (W10).</summary>
/// <param name="Email">The email.</param>
public sealed record LoginCommand(string? Email, string? Password) : IRequest<SignInOutcome>
{
    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(LoginCommand);
}
