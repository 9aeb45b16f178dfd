using MediatR;

namespace Sendra.Application.Access.PreparePasskey;

/// <summary>Makes a challenge for a new passkey of a person (W12).</summary>
/// <param name="UserId">Who is signed in.</param>
public sealed record PreparePasskeyCommand(UserId UserId) : IRequest<PasskeyChallenge>;
