using MediatR;
using Sendra.Domain.Access;

namespace Sendra.Application.Access.PreviewInvitation;

internal sealed class PreviewInvitationHandler(IInvitations invitations, TimeProvider clock)
    : IRequestHandler<PreviewInvitationQuery, FoundInvitation>
{
    public async Task<FoundInvitation> Handle(PreviewInvitationQuery request, CancellationToken cancellationToken) =>
        InvitationToken.TryParse(request.Token, out var token)
        && await invitations.FindAsync(token, cancellationToken) is { } found
        && found.Invitation.IsOpen(clock.GetUtcNow())
            ? found
            : throw InvitationNotFound.Exception();
}
