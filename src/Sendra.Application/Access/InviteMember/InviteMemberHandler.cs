using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access.InviteMember;

internal sealed class InviteMemberHandler(
    IRepository<Invitation> invitations,
    IAccounts accounts,
    IAccountMails mails,
    SignUpPolicy signUp,
    IUnitOfWork unitOfWork,
    IWorkspaceContext workspace,
    IdGenerator ids,
    TimeProvider clock)
    : IRequestHandler<InviteMemberCommand, NewInvitation>
{
    public async Task<NewInvitation> Handle(InviteMemberCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Whoever invites next clears away what nobody used.
        foreach (var expired in await invitations.ListAsync(InvitationSpec.Expired(now), cancellationToken))
        {
            invitations.Remove(expired);
        }

        var token = LinkToken.New();
        var invited = await InvitedAsync(request.Email, cancellationToken);
        var invitation = Invitation.Create(workspace.WorkspaceId, ids.Next<InvitationId>(), request.Role!.Value, invited, token, request.By, now);
        invitations.Add(invitation);
        var isMailed = invited is not null && mails.AreSent;
        if (isMailed)
        {
            await mails.AskAsync(AccountMailOrder.Of(invitation), cancellationToken);
        }

        await unitOfWork.SaveChangesAsync(cancellationToken);
        return new NewInvitation(InvitationResult.From(invitation), token, isMailed);
    }

    // Only mail proves an address: without, a link for one that has no account would make its holder that person.
    private async Task<(UserId?, EmailAddress)?> InvitedAsync(string? text, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(text, out var email, out _))
        {
            return null;
        }

        var userId = await accounts.FindIdAsync(email, cancellationToken);
        return userId is not null || (mails.AreSent && signUp.For != SignUp.Off)
            ? (userId, email)
            : throw new ValidationException([new ValidationFailure("email", "email has no account here yet. Have them sign up first, or omit it: then anyone with the link can use it.")]);
    }
}
