using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;

namespace Sendra.Application.Access.ListInvitations;

internal sealed class ListInvitationsHandler(IRepository<Invitation> invitations, TimeProvider clock)
    : IRequestHandler<ListInvitationsQuery, Page<InvitationResult>>
{
    public async Task<Page<InvitationResult>> Handle(ListInvitationsQuery request, CancellationToken cancellationToken)
    {
        var rows = await invitations.ListAsync(
            InvitationSpec.NewestOpen(clock.GetUtcNow(), request.Paging.AfterId<InvitationId>(), request.Paging.Size + 1), cancellationToken);
        return request.Paging.Cut([.. rows.Select(InvitationResult.From)], invitation => invitation.Id);
    }
}
