using Microsoft.EntityFrameworkCore;
using Sendra.Infrastructure.Background;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Workspaces;

/// <summary>
/// Forgets the visits and messages of runs that ended longer ago than their workspace keeps events (L3), in small steps. The runs stay, and so do the
/// counts of their steps. Several nodes at once do no harm.
/// </summary>
internal sealed class VisitRetention(WorkspaceDbContexts contexts, PacedSteps pace, TimeProvider clock)
{
    /// <summary>Forgets all that is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var anyWorkspace = contexts.For(default);
        var workspaces = await anyWorkspace.AllWorkspaces()
            .Where(workspace => workspace.RetentionDays != null)
            .Select(workspace => new { workspace.Id, Days = workspace.RetentionDays!.Value })
            .ToListAsync(cancellationToken);
        foreach (var workspace in workspaces)
        {
            await using var db = contexts.For(workspace.Id);
            var due = clock.GetUtcNow().AddDays(-workspace.Days);
            await pace.RunAsync(() => ForgetAsync(db, due, cancellationToken), cancellationToken);
        }
    }

    // First the visits: what breaks off in between is done again.
    private static async Task<bool> ForgetAsync(SendraDbContext db, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var runs = await db.Enrollments.Where(run => run.EndedAt != null && run.VisitNumber > 0 && run.EndedAt < due)
            .OrderBy(run => run.EndedAt).ThenBy(run => run.Id).Take(PacedSteps.Size).Select(run => run.Id).ToListAsync(cancellationToken);
        await db.Visits.Where(visit => runs.Contains(visit.EnrollmentId)).ExecuteDeleteAsync(cancellationToken);
        await db.Messages.Where(message => message.EnrollmentId != null && runs.Contains(message.EnrollmentId.Value)).ExecuteDeleteAsync(cancellationToken);
        await db.Effects.Where(effect => runs.Contains(effect.EnrollmentId)).ExecuteDeleteAsync(cancellationToken);
        await db.Enrollments.Where(run => runs.Contains(run.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(run => run.VisitNumber, 0), cancellationToken);
        return runs.Count == PacedSteps.Size;
    }
}
