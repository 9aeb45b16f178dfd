using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.RemovePasskey;

internal sealed class RemovePasskeyHandler(IAccounts accounts, IPasskeys passkeys, IAccountMails mails, ISessions sessions, IUnitOfWork unitOfWork)
    : IRequestHandler<RemovePasskeyCommand, SignedIn>
{
    public async Task<SignedIn> Handle(RemovePasskeyCommand request, CancellationToken cancellationToken)
    {
        var userId = request.Session.UserId;
        if (!await passkeys.RemoveAsync(userId, request.Id, cancellationToken))
        {
            throw new NotFoundException("passkey");
        }

        var user = await accounts.EndSessionsAsync(userId);
        mails.Add(AccountMailOrder.About(AccountMailKind.PasskeyRemoved, user));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        await sessions.EndAllOfAsync(userId, cancellationToken);
        return await accounts.StayAsync(user, request.Session.WorkspaceId, cancellationToken);
    }
}
