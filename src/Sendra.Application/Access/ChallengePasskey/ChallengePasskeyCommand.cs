using MediatR;

namespace Sendra.Application.Access.ChallengePasskey;

/// <summary>Makes a challenge for any passkey (W12).</summary>
public sealed record ChallengePasskeyCommand : IRequest<PasskeyChallenge>;
