using MediatR;
using Sendra.Domain.Access;

namespace Sendra.Application.Access.PreviewInvitation;

internal sealed class PreviewInvitationHandler(IInvitations invitations, TimeProvider clock)
    : IRequestHandler<PreviewInvitationQuery, InvitationPreview>
{
    public async Task<InvitationPreview> Handle(PreviewInvitationQuery request, CancellationToken cancellationToken)
    {
        if (!InvitationToken.TryParse(request.Token, out var token)
            || await invitations.FindAsync(token, cancellationToken) is not { } found
            || !found.Invitation.IsOpen(clock.GetUtcNow()))
        {
            throw InvitationNotFound.Exception();
        }

        // A link may be in anybody's hands: it names nobody to strangers.
        var invitation = found.Invitation;
        var isForCaller = invitation.InvitedUserId is { } invited && invited == request.UserId;
        return new InvitationPreview(
            found.WorkspaceName, invitation.Role, invitation.Email is not null, isForCaller ? invitation.Email : null, invitation.ExpiresAt);
    }
}
