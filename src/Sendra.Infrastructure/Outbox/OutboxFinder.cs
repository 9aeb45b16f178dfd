using Microsoft.EntityFrameworkCore;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Workspaces;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Outbox;

/// <summary>Finds what is due in the outbox.</summary>
internal sealed class OutboxFinder(WorkspaceDbContexts contexts, DatabaseSettings settings)
{
    /// <summary>How many effects are claimed at once.</summary>
    public const int BatchSize = 128;

    private const int Window = 8 * BatchSize;

    /// <summary>The most rows that are counted of each state.</summary>
    private const int MaxCount = 100_000;

    /// <summary>When the next effect of each workspace is due that has one before a time.</summary>
    public async Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> LookAsync(OutboxPart part, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(default);
        var rows = Of(part, db.AllEffects()).Where(effect => effect.DueAt != null).Select(effect => new DueRow { WorkspaceId = effect.WorkspaceId, DueAt = effect.DueAt });
        return await DueLook.AtAsync(db, rows, Window, until, settings.IsDistributed, cancellationToken);
    }

    /// <summary>Some of a workspace's due effects, the oldest first. Several nodes take different parts of what is due.</summary>
    /// <param name="count">The most of all.</param>
    /// <param name="mails">The most of emails.</param>
    /// <param name="inOrder">True to begin with the oldest of all, where turns are taken.</param>
    public async Task<IReadOnlyList<DueEffect>> FindAsync(
        OutboxPart part, WorkspaceId workspaceId, DateTimeOffset now, int count, int mails, CancellationToken cancellationToken, bool inOrder = false)
    {
        await using var db = contexts.For(workspaceId);
        var all = Of(part, db.Effects).Where(effect => effect.DueAt != null && effect.DueAt <= now);
        var due = await (mails > 0 ? all : all.Where(effect => effect.Kind != EffectKind.SendEmail))
            .OrderBy(effect => effect.DueAt).ThenBy(effect => effect.EnrollmentId).Take(Window)
            .Select(effect => new { effect.EnrollmentId, IsMail = effect.Kind == EffectKind.SendEmail }).ToListAsync(cancellationToken);
        var size = Math.Min(count, BatchSize);
        var first = due.Count > size && !inOrder ? Random.Shared.Next(due.Count / size) * size : 0;
        var some = due.Skip(first).Where(one => !one.IsMail || mails-- > 0).Take(size).Select(one => one.EnrollmentId).ToArray();
        var found = await (
            from effect in Of(part, db.Effects).AsNoTracking()
            where some.Contains(effect.EnrollmentId) && effect.DueAt != null && effect.DueAt <= now
            join run in db.Enrollments.AsNoTracking() on effect.EnrollmentId equals run.Id
            join contact in db.Contacts.AsNoTracking() on run.ContactId equals contact.Id
            select new { effect, run, contact }).ToListAsync(cancellationToken);
        return [.. found.OrderBy(row => row.effect.DueAt).Select(row => new DueEffect(row.effect, row.run, row.contact))];
    }

    /// <summary>How many effects wait, are claimed, are held, and wait their turn (M6), each up to a bound.</summary>
    public async Task<(int Waiting, int Claimed, int Held, int Limited)> CountAsync(OutboxPart part, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(default);
        var due = Of(part, db.AllEffects()).Where(effect => effect.DueAt != null);
        return (
            await due.Where(effect => effect.Claim == null).Take(MaxCount).CountAsync(cancellationToken),
            await due.Where(effect => effect.Claim != null).Take(MaxCount).CountAsync(cancellationToken),
            await Of(part, db.AllEffects()).Where(effect => effect.HeldDueAt != null).Take(MaxCount).CountAsync(cancellationToken),
            await Of(part, db.AllEffects()).Where(effect => effect.LimitedAt != null).Take(MaxCount).CountAsync(cancellationToken));
    }

    // Written as the filters of the indexes are.
    private static IQueryable<Effect> Of(OutboxPart part, IQueryable<Effect> effects) => part switch
    {
        OutboxPart.Outside => effects.Where(effect => effect.Kind != EffectKind.SendEvent),
        OutboxPart.Events => effects.Where(effect => effect.Kind == EffectKind.SendEvent && effect.State == EffectState.Open),
    };
}
