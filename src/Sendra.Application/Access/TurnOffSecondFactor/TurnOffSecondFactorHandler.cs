using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.TurnOffSecondFactor;

internal sealed class TurnOffSecondFactorHandler(IAccounts accounts, ISecondFactors factors, IAccountMails mails, ISessions sessions, IUnitOfWork unitOfWork)
    : IRequestHandler<TurnOffSecondFactorCommand, SignedIn>
{
    public async Task<SignedIn> Handle(TurnOffSecondFactorCommand request, CancellationToken cancellationToken)
    {
        var userId = request.Session.UserId;
        await factors.RemoveAsync(userId, cancellationToken);
        var user = await accounts.ChangeSecondFactorAsync(userId, isOn: false);
        mails.Add(AccountMailOrder.About(AccountMailKind.SecondFactorOff, user));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        await sessions.EndAllOfAsync(userId, cancellationToken);
        return await accounts.StayAsync(user, request.Session.WorkspaceId, cancellationToken);
    }
}
