using Microsoft.EntityFrameworkCore;
using Sendra.Application.Access;
using Sendra.Application.Workspaces;
using Sendra.Domain.Automations;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Access;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Workspaces;

/// <summary>
/// Marks a workspace as deleted. In the same transaction its people and keys go, and nothing of it reaches outside any more: its automations
/// stop, and what is in the outbox is set aside. The rest is purged (<see cref="WorkspacePurge"/>).
/// </summary>
internal sealed class WorkspaceDeletion(
    WorkspaceDbContexts contexts, TrustCache<KnownSession> sessions, TrustCache<UsedApiKey> keys, WorkspacePurge purge, TimeProvider clock) : IWorkspaceDeletion
{
    public async Task<bool> DeleteAsync(WorkspaceId workspaceId, UserId by, CancellationToken cancellationToken)
    {
        var isDeleted = false;
        await using var db = contexts.For(workspaceId);
        await db.AloneAsync(async () => isDeleted = await MarkAsync(db, by, cancellationToken), cancellationToken);
        if (isDeleted)
        {
            sessions.Forget(known => known.WorkspaceId == workspaceId);
            keys.Forget(used => used.Key.WorkspaceId == workspaceId);
            purge.Begin();
        }

        return isDeleted;
    }

    private async Task<bool> MarkAsync(SendraDbContext db, UserId by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var mine = db.Workspaces.Where(_ => db.Members.Any(member => member.UserId == by && member.Role == MemberRole.Owner));

        // With other rules, nodes that know its URLs read them anew, and find nothing.
        var marked = await mine.ExecuteUpdateAsync(
            row => row.SetProperty(workspace => workspace.DeletedAt, now).SetProperty(workspace => workspace.RulesVersion, Guid.CreateVersion7()), cancellationToken);
        if (marked == 0)
        {
            return false;
        }

        await db.Automations.Where(automation => automation.Status == AutomationStatus.Live)
            .ExecuteUpdateAsync(row => row.SetProperty(automation => automation.Status, AutomationStatus.Paused), cancellationToken);
        await db.Effects.Where(effect => effect.DueAt != null || effect.LimitedAt != null)
            .ExecuteUpdateAsync(
                row => row.SetProperty(effect => effect.HeldDueAt, effect => effect.DueAt ?? effect.LimitedAt).SetProperty(effect => effect.DueAt, (DateTimeOffset?)null)
                    .SetProperty(effect => effect.LimitedAt, (DateTimeOffset?)null),
                cancellationToken);
        await db.Invitations.ExecuteDeleteAsync(cancellationToken);
        await db.ApiKeys.ExecuteDeleteAsync(cancellationToken);
        await db.Members.ExecuteDeleteAsync(cancellationToken);
        return true;
    }
}
