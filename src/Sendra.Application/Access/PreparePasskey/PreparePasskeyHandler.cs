using MediatR;

namespace Sendra.Application.Access.PreparePasskey;

internal sealed class PreparePasskeyHandler(IAccounts accounts, IPasskeys passkeys) : IRequestHandler<PreparePasskeyCommand, PasskeyChallenge>
{
    public async Task<PasskeyChallenge> Handle(PreparePasskeyCommand request, CancellationToken cancellationToken) =>
        await passkeys.ChallengeNewAsync(await accounts.GetAsync(request.UserId, cancellationToken));
}
