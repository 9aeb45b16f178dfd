using MediatR;
using Sendra.Domain.Access;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access.PreviewInvitation;

internal sealed class PreviewInvitationHandler(IInvitations invitations, IAccounts accounts, TimeProvider clock)
    : IRequestHandler<PreviewInvitationQuery, InvitationPreview>
{
    public async Task<InvitationPreview> Handle(PreviewInvitationQuery request, CancellationToken cancellationToken)
    {
        if (!LinkToken.TryParse(request.Token, out var token)
            || await invitations.FindAsync(token, cancellationToken) is not { } found
            || !found.Invitation.IsOpen(clock.GetUtcNow()))
        {
            throw InvitationNotFound.Exception();
        }

        // A link may be in anybody's hands: it names nobody to strangers. The one that was mailed is in the invited person's.
        var invitation = found.Invitation;
        var isMailed = invitation.IsMailed(token);
        var isForCaller = isMailed || (invitation.InvitedUserId is { } invited && invited == request.UserId);
        var forAccount = invitation.Email is not null && (!isMailed || await HasAccountAsync(invitation.Email, cancellationToken));
        return new InvitationPreview(found.WorkspaceName, invitation.Role, forAccount, isForCaller ? invitation.Email : null, invitation.ExpiresAt);
    }

    private async Task<bool> HasAccountAsync(string email, CancellationToken cancellationToken) =>
        EmailAddress.TryParse(email, out var parsed, out _) && await accounts.FindIdAsync(parsed, cancellationToken) is not null;
}
