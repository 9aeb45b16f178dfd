using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.RenewRecoveryCodes;

internal sealed class RenewRecoveryCodesHandler(IAccounts accounts, ISecondFactors factors, IAccountMails mails, IUnitOfWork unitOfWork)
    : IRequestHandler<RenewRecoveryCodesCommand, RecoveryCodes>
{
    public async Task<RecoveryCodes> Handle(RenewRecoveryCodesCommand request, CancellationToken cancellationToken)
    {
        var user = await accounts.GetAsync(request.UserId, cancellationToken);
        if (!user.SecondFactor)
        {
            throw new ConflictException("secondFactorOff", "There are no recovery codes without a second factor. Turn it on first.");
        }

        var codes = await factors.RenewRecoveryCodesAsync(user.Id, cancellationToken);
        mails.Add(AccountMailOrder.About(AccountMailKind.RecoveryCodesMade, user));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return codes;
    }
}
