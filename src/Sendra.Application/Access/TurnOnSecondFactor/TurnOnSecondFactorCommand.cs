using MediatR;

namespace Sendra.Application.Access.TurnOnSecondFactor;

/// <summary>Turns the second factor on, or takes another authenticator app (W10). All sessions of the person end, and the caller gets a new one.</summary>
/// <param name="Session">The session.</param>
/// <param name="Code">A code of the app.</param>
public sealed record TurnOnSecondFactorCommand(KnownSession Session, string? Code) : IRequest<(SignedIn SignedIn, RecoveryCodes Codes)>
{
    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(TurnOnSecondFactorCommand);
}
