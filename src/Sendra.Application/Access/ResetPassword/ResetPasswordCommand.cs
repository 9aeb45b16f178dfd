using MediatR;

namespace Sendra.Application.Access.ResetPassword;

/// <summary>Sets a new password by a link (W7). All sessions of the user end, and the caller gets a new one, once the second factor is shown (W10).</summary>
/// <param name="Token">The token in the link.</param>
/// <param name="Password">The new password.</param>
public sealed record ResetPasswordCommand(string? Token, string? Password) : IRequest<SignInOutcome>
{
    /// <summary>Hides the secrets, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(ResetPasswordCommand);
}
