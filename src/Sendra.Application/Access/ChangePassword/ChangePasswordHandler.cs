using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access.ChangePassword;

internal sealed class ChangePasswordHandler(IAccounts accounts, ISignInThrottle throttle, IAccountMails mails, ISessions sessions, IUnitOfWork unitOfWork)
    : IRequestHandler<ChangePasswordCommand, SignedIn>
{
    public async Task<SignedIn> Handle(ChangePasswordCommand request, CancellationToken cancellationToken)
    {
        var user = await accounts.GetAsync(request.UserId, cancellationToken);
        var email = EmailAddress.TryParse(user.Email, out var parsed, out _) ? parsed : throw new InvalidOperationException("Stored as parsed.");

        // Also here, or a stolen session could guess.
        await throttle.CheckAsync(accounts, email, request.CurrentPassword!, cancellationToken);
        var changed = await accounts.ChangePasswordAsync(request.UserId, request.CurrentPassword!, request.NewPassword!);
        mails.Add(AccountMailOrder.PasswordChanged(changed));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        await sessions.EndAllOfAsync(request.UserId, cancellationToken);

        var memberships = await accounts.MembershipsOfAsync(request.UserId, cancellationToken);
        return new SignedIn(changed, memberships.FirstOrDefault(membership => membership.Id == request.WorkspaceId));
    }
}
