using MediatR;

namespace Sendra.Application.Access.ConfirmByPasskey;

/// <summary>Shows again who is signed in, by a passkey (W11).</summary>
/// <param name="Session">The session.</param>
/// <param name="Answer">What the device answered.</param>
public sealed record ConfirmByPasskeyCommand(KnownSession Session, PasskeyAnswer Answer) : IRequest<SignedIn>;
