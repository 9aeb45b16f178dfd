using Microsoft.EntityFrameworkCore;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Workspaces;

/// <summary>Forgets what calls said and what was answered, once it is older than a workspace keeps contents (M7). That there was a call stays.</summary>
internal sealed class ContentRetention(WorkspaceDbContexts contexts, TimeProvider clock)
{
    /// <summary>Forgets all that is due, in small steps.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var anyWorkspace = contexts.For(default);
        var workspaces = await anyWorkspace.AllWorkspaces().Select(workspace => new { workspace.Id, workspace.ContentDays }).ToListAsync(cancellationToken);
        foreach (var workspace in workspaces)
        {
            await using var db = contexts.For(workspace.Id);
            while (await ForgetAsync(db, clock.GetUtcNow().AddDays(-workspace.ContentDays), cancellationToken) == ErasureSteps.Size)
            {
            }
        }
    }

    private static async Task<int> ForgetAsync(SendraDbContext db, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var ended = db.Effects.Where(effect => effect.EndedAt != null && effect.Request != null && effect.EndedAt < due);
        var some = await ended.OrderBy(effect => effect.EndedAt).Take(ErasureSteps.Size).Select(effect => effect.EnrollmentId).ToListAsync(cancellationToken);
        await ended.Where(effect => some.Contains(effect.EnrollmentId))
            .ExecuteUpdateAsync(
                row => row.SetProperty(effect => effect.Request, (byte[]?)null).SetProperty(effect => effect.Answer, (byte[]?)null), cancellationToken);
        return some.Count;
    }
}
