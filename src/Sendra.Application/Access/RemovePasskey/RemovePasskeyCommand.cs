using MediatR;

namespace Sendra.Application.Access.RemovePasskey;

/// <summary>Removes a passkey (W12). All sessions of the person end, and the caller gets a new one.</summary>
/// <param name="Session">The session.</param>
/// <param name="Id">The passkey.</param>
public sealed record RemovePasskeyCommand(KnownSession Session, PasskeyId Id) : IRequest<SignedIn>;
