using MediatR;

namespace Sendra.Application.Access.ConfirmSession;

/// <summary>Shows again who is signed in, before something that can't be undone or that opens doors (W11).</summary>
/// <param name="Session">The session.</param>
/// <param name="Password">The password.</param>
/// <param name="Code">A code of the authenticator app, or a recovery code, if the person has a second factor.</param>
public sealed record ConfirmSessionCommand(KnownSession Session, string? Password, string? Code) : IRequest<SignedIn>
{
    /// <summary>Hides the secrets, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(ConfirmSessionCommand);
}
