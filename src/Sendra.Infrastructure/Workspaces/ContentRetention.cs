using Microsoft.EntityFrameworkCore;
using Sendra.Domain.Common;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Background;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Workspaces;

/// <summary>Forgets what calls and mails said, and what was answered, once it is older than a workspace keeps contents (M7). That they were made stays.</summary>
internal sealed class ContentRetention(WorkspaceDbContexts contexts, PacedSteps pace, TimeProvider clock)
{
    /// <summary>Forgets all that is due, in small steps.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var anyWorkspace = contexts.For(default);
        var workspaces = await anyWorkspace.AllWorkspaces().Select(workspace => new { workspace.Id, workspace.ContentDays }).ToListAsync(cancellationToken);
        foreach (var workspace in workspaces)
        {
            await using var db = contexts.For(workspace.Id);
            var due = clock.GetUtcNow().AddDays(-workspace.ContentDays);
            await pace.RunAsync(() => ForgetCallsAsync(db, due, cancellationToken), cancellationToken);
            await pace.RunAsync(() => ForgetMailsAsync(db, TimeOrderedId.LowerBound<MessageId>(due), cancellationToken), cancellationToken);
        }
    }

    private static async Task<bool> ForgetCallsAsync(SendraDbContext db, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var ended = db.Effects.Where(effect => effect.EndedAt != null && effect.Request != null && effect.EndedAt < due);
        var some = await ended.OrderBy(effect => effect.EndedAt).Take(PacedSteps.Size).Select(effect => effect.EnrollmentId).ToListAsync(cancellationToken);
        await ended.Where(effect => some.Contains(effect.EnrollmentId))
            .ExecuteUpdateAsync(
                row => row.SetProperty(effect => effect.Request, (byte[]?)null).SetProperty(effect => effect.Answer, (byte[]?)null), cancellationToken);
        return some.Count == PacedSteps.Size;
    }

    // What is still to be sent keeps its content.
    private static async Task<bool> ForgetMailsAsync(SendraDbContext db, MessageId due, CancellationToken cancellationToken)
    {
        var some = await db.Messages.Where(message => message.Content != null && message.Id < due && message.Status != MessageStatus.Queued)
            .OrderBy(message => message.Id).Take(PacedSteps.Size).Select(message => message.Id).ToListAsync(cancellationToken);
        await db.Messages.Where(message => some.Contains(message.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(message => message.Content, (byte[]?)null), cancellationToken);
        return some.Count == PacedSteps.Size;
    }
}
