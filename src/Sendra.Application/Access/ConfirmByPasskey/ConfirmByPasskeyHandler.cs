using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ConfirmByPasskey;

internal sealed class ConfirmByPasskeyHandler(IAccounts accounts, IPasskeys passkeys, IUnitOfWork unitOfWork) : IRequestHandler<ConfirmByPasskeyCommand, SignedIn>
{
    public async Task<SignedIn> Handle(ConfirmByPasskeyCommand request, CancellationToken cancellationToken)
    {
        var user = await passkeys.UseUpAsync(request.Answer, unitOfWork, cancellationToken);
        return user.Id == request.Session.UserId
            ? await accounts.StayAsync(user, request.Session.WorkspaceId, cancellationToken)
            : throw new InvalidPasskeyException();
    }
}
