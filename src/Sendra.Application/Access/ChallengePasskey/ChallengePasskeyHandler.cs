using MediatR;

namespace Sendra.Application.Access.ChallengePasskey;

internal sealed class ChallengePasskeyHandler(IPasskeys passkeys) : IRequestHandler<ChallengePasskeyCommand, PasskeyChallenge>
{
    public Task<PasskeyChallenge> Handle(ChallengePasskeyCommand request, CancellationToken cancellationToken) => passkeys.ChallengeAsync();
}
