using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access.RemoveSecondFactors;

internal sealed class RemoveSecondFactorsHandler(IAccounts accounts, ISecondFactors factors, IPasskeys passkeys, IAccountMails mails, ISessions sessions, IUnitOfWork unitOfWork)
    : IRequestHandler<RemoveSecondFactorsCommand, bool>
{
    public async Task<bool> Handle(RemoveSecondFactorsCommand request, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(request.Email, out var email, out _) || await accounts.FindIdAsync(email, cancellationToken) is not { } userId)
        {
            return false;
        }

        await factors.RemoveAsync(userId, cancellationToken);
        await passkeys.RemoveAllAsync(userId, cancellationToken);
        mails.Add(AccountMailOrder.About(AccountMailKind.SecondFactorOff, await accounts.ChangeSecondFactorAsync(userId, isOn: false)));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        await sessions.EndAllOfAsync(userId, cancellationToken);
        return true;
    }
}
