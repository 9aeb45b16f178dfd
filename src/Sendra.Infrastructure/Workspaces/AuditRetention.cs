using Microsoft.EntityFrameworkCore;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Background;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Workspaces;

/// <summary>Forgets what is older than a workspace keeps its audit log, in small steps. Several nodes at once do no harm.</summary>
internal sealed class AuditRetention(WorkspaceDbContexts contexts, PacedSteps pace, TimeProvider clock)
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
            var due = TimeOrderedId.LowerBound<AuditLineId>(clock.GetUtcNow().AddDays(-workspace.Days));
            await pace.RunAsync(() => ForgetAsync(db, due, cancellationToken), cancellationToken);
        }
    }

    private static async Task<bool> ForgetAsync(SendraDbContext db, AuditLineId due, CancellationToken cancellationToken)
    {
        var some = await db.AuditLines.Where(line => line.Id < due).OrderBy(line => line.Id).Take(PacedSteps.Size).Select(line => line.Id).ToListAsync(cancellationToken);
        if (some.Count > 0)
        {
            var last = some[^1];
            await db.AuditLines.Where(line => line.Id <= last).ExecuteDeleteAsync(cancellationToken);
        }

        return some.Count == PacedSteps.Size;
    }
}
