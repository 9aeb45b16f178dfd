using Microsoft.EntityFrameworkCore;
using Sendra.Application.Access;
using Sendra.Application.Common;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Contacts;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Access;

internal sealed class Members(SendraDbContext db, IWorkspaceContext workspace, ErasureSteps steps, TrustCache<KnownSession> sessions, AuditTrail trail) : IMembers
{
    public async Task<Page<MemberResult>> ListAsync(Paging paging, CancellationToken cancellationToken)
    {
        var members = db.Members.AsNoTracking();
        if (paging.AfterId<UserId>() is { } after)
        {
            members = members.Where(member => member.UserId > after);
        }

        var rows = await members
            .Join(db.Users, member => member.UserId, user => user.Id, (member, user) => new { member, user.Email })
            .OrderBy(row => row.member.UserId)
            .Take(paging.Size + 1)
            .Select(row => new { row.member.UserId, row.Email, row.member.Role, row.member.JoinedAt })
            .ToListAsync(cancellationToken);
        var page = paging.Cut(rows, row => row.UserId);
        UserId[] ids = [.. page.Items.Select(row => row.UserId)];
        var keys = await db.ApiKeys.AsNoTracking().Where(key => key.CreatedBy != null && ids.Contains(key.CreatedBy.Value)).OrderByDescending(key => key.Id).ToListAsync(cancellationToken);
        var made = keys.ToLookup(key => key.CreatedBy, ApiKeyResult.From);
        return new Page<MemberResult>(
            [.. page.Items.Select(row => new MemberResult(row.UserId, row.Email!, row.Role, row.JoinedAt, [.. made[row.UserId]]))],
            page.NextCursor);
    }

    public Task<bool> AnyWithAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var text = email.Value;
        return db.Members.AnyAsync(member => db.Users.Any(user => user.Id == member.UserId && user.NormalizedEmail == text), cancellationToken);
    }

    public async Task<MemberRemoval> RemoveAsync(UserId userId, CancellationToken cancellationToken)
    {
        var workspaceId = workspace.WorkspaceId;
        var outcome = MemberRemoval.NoMember;
        await steps.RunAsync(
            async session =>
            {
                outcome = await RemoveAsync(session, workspaceId, userId);
                return false;
            },
            cancellationToken);
        if (outcome == MemberRemoval.Removed)
        {
            sessions.Forget(known => known.UserId == userId && known.WorkspaceId == workspaceId);
        }

        return outcome;
    }

    // With the workspace's row locked, removals of its members go one after the other on every node.
    private async Task<MemberRemoval> RemoveAsync(BulkSession session, WorkspaceId workspaceId, UserId userId)
    {
        MemberRole? role = null;
        var otherOwners = 0;
        await session.WriteAsync(AccessSql.LockWorkspaces.Write([workspaceId]));
        await session.ReadAsync(locking: false, AccessSql.SelectMembers.Read([workspaceId], row =>
        {
            var memberRole = (MemberRole)row.Int(1);
            if (row.Id<UserId>(0) == userId)
            {
                role = memberRole;
            }
            else if (memberRole == MemberRole.Owner)
            {
                otherOwners++;
            }
        }));
        if (role is null)
        {
            return MemberRemoval.NoMember;
        }

        if (role == MemberRole.Owner && otherOwners == 0)
        {
            return MemberRemoval.LastOwner;
        }

        var line = trail.Line(
            workspaceId, AuditAction.Removed, new AuditTarget(AuditTargetType.Member, userId.ToString()), new AuditDetails { Role = role });
        await session.WriteAsync(
            AuditSql.InsertLines.Write([line]),
            AccessSql.DeleteInvitations.Write([(workspaceId, userId)], everyRow: false),
            AccessSql.DeleteMembers.Write([(workspaceId, userId)]));
        return MemberRemoval.Removed;
    }
}
