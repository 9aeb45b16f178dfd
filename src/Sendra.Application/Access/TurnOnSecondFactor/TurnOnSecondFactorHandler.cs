using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.TurnOnSecondFactor;

/// <summary>Secret, recovery codes and the end of all sessions are saved together.</summary>
internal sealed class TurnOnSecondFactorHandler(IAccounts accounts, ISecondFactors factors, IAccountMails mails, ISessions sessions, IUnitOfWork unitOfWork)
    : IRequestHandler<TurnOnSecondFactorCommand, (SignedIn SignedIn, RecoveryCodes Codes)>
{
    public async Task<(SignedIn SignedIn, RecoveryCodes Codes)> Handle(TurnOnSecondFactorCommand request, CancellationToken cancellationToken)
    {
        var userId = request.Session.UserId;
        var codes = await factors.TurnOnAsync(userId, request.Code!, cancellationToken) ?? throw new InvalidCodeException();
        var user = await accounts.ChangeSecondFactorAsync(userId, isOn: true);
        mails.Add(AccountMailOrder.About(AccountMailKind.SecondFactorOn, user));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        await sessions.EndAllOfAsync(userId, cancellationToken);
        return (await accounts.StayAsync(user, request.Session.WorkspaceId, cancellationToken), codes);
    }
}
