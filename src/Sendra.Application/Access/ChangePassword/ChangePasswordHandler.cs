using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ChangePassword;

internal sealed class ChangePasswordHandler(IAccounts accounts, ISignInThrottle throttle, IAccountMails mails, ISessions sessions, IUnitOfWork unitOfWork)
    : IRequestHandler<ChangePasswordCommand, SignedIn>
{
    public async Task<SignedIn> Handle(ChangePasswordCommand request, CancellationToken cancellationToken)
    {
        var user = await accounts.GetAsync(request.UserId, cancellationToken);

        // Also here, or a stolen session could guess.
        await throttle.CheckAsync(accounts, user.Address, request.CurrentPassword!, cancellationToken);
        var changed = await accounts.ChangePasswordAsync(request.UserId, request.CurrentPassword!, request.NewPassword!);
        mails.Add(AccountMailOrder.PasswordChanged(changed));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        await sessions.EndAllOfAsync(request.UserId, cancellationToken);
        return await accounts.StayAsync(changed, request.WorkspaceId, cancellationToken);
    }
}
