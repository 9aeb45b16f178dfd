using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.ResetPassword;

/// <summary>The new password is saved together with the end of the link, so that one link sets one password. It stands for the first factor alone (W10).</summary>
internal sealed class ResetPasswordHandler(IAccountLinks links, IAccounts accounts, IHalfSignIns halves, IAccountMails mails, ISessions sessions, IWorkspaceScope scope, IUnitOfWork unitOfWork)
    : IRequestHandler<ResetPasswordCommand, SignInOutcome>
{
    public async Task<SignInOutcome> Handle(ResetPasswordCommand request, CancellationToken cancellationToken)
    {
        if (!LinkToken.TryParse(request.Token, out var token)
            || await links.UseAsync(token, AccountLinkPurpose.PasswordReset, cancellationToken) is not { } link)
        {
            throw new LinkNotFoundException();
        }

        var user = await accounts.SetPasswordAsync(link.UserId, request.Password!, link.Email);
        mails.Add(AccountMailOrder.PasswordChanged(user));
        if ((await accounts.SignInAsync(user, cancellationToken)).Workspace is { } workspace)
        {
            // Where it is told.
            scope.Enter(workspace.Id);
        }

        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException conflict) when (conflict.Code == ConflictException.ChangedMeanwhile)
        {
            // Someone else was first with the same link.
            throw new LinkNotFoundException();
        }

        await sessions.EndAllOfAsync(user.Id, cancellationToken);
        return await accounts.PassFirstFactorAsync(halves, user, cancellationToken);
    }
}
