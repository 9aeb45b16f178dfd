using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.AddPasskey;

internal sealed class AddPasskeyHandler(IAccounts accounts, IPasskeys passkeys, IAccountMails mails, ISessions sessions, IUnitOfWork unitOfWork)
    : IRequestHandler<AddPasskeyCommand, (SignedIn SignedIn, PasskeyResult Passkey)>
{
    public async Task<(SignedIn SignedIn, PasskeyResult Passkey)> Handle(AddPasskeyCommand request, CancellationToken cancellationToken)
    {
        var userId = request.Session.UserId;
        var passkey = await passkeys.AddAsync(userId, request.Answer, request.Name!.Trim(), cancellationToken) ?? throw new InvalidPasskeyException();
        var user = await accounts.EndSessionsAsync(userId);
        mails.Add(AccountMailOrder.About(AccountMailKind.PasskeyAdded, user));
        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException conflict) when (conflict.Code == ConflictException.AlreadyExists)
        {
            throw new InvalidPasskeyException();
        }

        await sessions.EndAllOfAsync(userId, cancellationToken);
        return (await accounts.StayAsync(user, request.Session.WorkspaceId, cancellationToken), passkey);
    }
}
