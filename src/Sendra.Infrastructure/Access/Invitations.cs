using Microsoft.EntityFrameworkCore;
using Sendra.Application.Access;
using Sendra.Domain.Access;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Access;

internal sealed class Invitations(SendraDbContext db) : IInvitations
{
    public Task<FoundInvitation?> FindAsync(LinkToken token, CancellationToken cancellationToken)
    {
        var hash = token.Hash;
        var authors = db.AllMemberships();
        return (
            from invitation in db.AllInvitations().AsNoTracking()
            join workspace in db.Workspaces on invitation.WorkspaceId equals workspace.Id
            where (invitation.TokenHash == hash || invitation.MailedTokenHash == hash)

                // Made while its author was being removed, it may have outlived the removal.
                && (invitation.CreatedBy == null || authors.Any(author =>
                    author.WorkspaceId == invitation.WorkspaceId && author.UserId == invitation.CreatedBy && author.Role == MemberRole.Owner))
            select new FoundInvitation(invitation, workspace.Name))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
