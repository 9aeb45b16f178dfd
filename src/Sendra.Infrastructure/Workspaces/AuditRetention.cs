using Microsoft.EntityFrameworkCore;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Workspaces;

/// <summary>Forgets what is older than a workspace keeps its audit log, in small steps. Several nodes at once do no harm.</summary>
internal sealed class AuditRetention(WorkspaceDbContexts contexts, TimeProvider clock)
{
    /// <summary>Forgets all that is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var anyWorkspace = contexts.For(default);
        var workspaces = await anyWorkspace.AllWorkspaces()
            .Where(workspace => workspace.AuditDays != null)
            .Select(workspace => new { workspace.Id, Days = workspace.AuditDays!.Value })
            .ToListAsync(cancellationToken);
        foreach (var workspace in workspaces)
        {
            await using var db = contexts.For(workspace.Id);
            while (await ForgetAsync(db, TimeOrderedId.LowerBound<AuditLineId>(clock.GetUtcNow().AddDays(-workspace.Days)), cancellationToken) == ErasureSteps.Size)
            {
            }
        }
    }

    private static async Task<int> ForgetAsync(SendraDbContext db, AuditLineId due, CancellationToken cancellationToken)
    {
        var some = await db.AuditLines.Where(line => line.Id < due).OrderBy(line => line.Id).Take(ErasureSteps.Size).Select(line => line.Id).ToListAsync(cancellationToken);
        if (some.Count > 0)
        {
            var last = some[^1];
            await db.AuditLines.Where(line => line.Id <= last).ExecuteDeleteAsync(cancellationToken);
        }

        return some.Count;
    }
}
