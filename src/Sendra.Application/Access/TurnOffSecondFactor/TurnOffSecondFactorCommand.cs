using MediatR;

namespace Sendra.Application.Access.TurnOffSecondFactor;

/// <summary>Turns the second factor off (W10). All sessions of the person end, and the caller gets a new one.</summary>
/// <param name="Session">The session.</param>
public sealed record TurnOffSecondFactorCommand(KnownSession Session) : IRequest<SignedIn>;
