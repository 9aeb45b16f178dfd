using Microsoft.EntityFrameworkCore;
using Sendra.Application.Access;
using Sendra.Domain.Access;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Access;

internal sealed class Invitations(SendraDbContext db) : IInvitations
{
    public Task<FoundInvitation?> FindAsync(InvitationToken token, CancellationToken cancellationToken)
    {
        var hash = token.Hash;
        return (
            from invitation in db.AllInvitations().AsNoTracking()
            join workspace in db.Workspaces on invitation.WorkspaceId equals workspace.Id
            where invitation.TokenHash == hash
            select new FoundInvitation(invitation, workspace.Name))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
