using MediatR;

namespace Sendra.Application.Access.AddPasskey;

/// <summary>Adds a passkey (W12). All sessions of the person end, and the caller gets a new one.</summary>
/// <param name="Session">The session.</param>
/// <param name="Answer">What the device answered.</param>
/// <param name="Name">What the person calls it.</param>
public sealed record AddPasskeyCommand(KnownSession Session, PasskeyAnswer Answer, string? Name) : IRequest<(SignedIn SignedIn, PasskeyResult Passkey)>;
