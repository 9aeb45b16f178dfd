using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access.InviteMember;

internal sealed class InviteMemberHandler(
    IRepository<Invitation> invitations, IUnitOfWork unitOfWork, IWorkspaceContext workspace, IdGenerator ids, TimeProvider clock)
    : IRequestHandler<InviteMemberCommand, NewInvitation>
{
    public async Task<NewInvitation> Handle(InviteMemberCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await invitations.CountAsync(InvitationSpec.Open(now), cancellationToken) >= Invitation.MaxOpenPerWorkspace)
        {
            throw new ConflictException("tooManyInvitations", $"A workspace has at most {Invitation.MaxOpenPerWorkspace} open invitations.");
        }

        // Whoever invites next clears away what nobody used.
        foreach (var expired in await invitations.ListAsync(InvitationSpec.Expired(now), cancellationToken))
        {
            invitations.Remove(expired);
        }

        var token = InvitationToken.New();
        _ = EmailAddress.TryParse(request.Email, out var email, out _);
        var invitation = Invitation.Create(workspace.WorkspaceId, ids.Next<InvitationId>(), request.Role!.Value, email, token, now);
        invitations.Add(invitation);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return new NewInvitation(InvitationResult.From(invitation), token);
    }
}
