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
    public async Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> LookAsync(EffectKind kind, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(default);
        var rows = Of(kind, db.AllEffects()).Where(effect => effect.DueAt != null).Select(effect => new DueRow { WorkspaceId = effect.WorkspaceId, DueAt = effect.DueAt });
        return await DueLook.AtAsync(db, rows, Window, until, settings.IsDistributed, cancellationToken);
    }

    /// <summary>Some of a workspace's due effects, the oldest first. Several nodes take different parts of what is due.</summary>
    /// <param name="count">The most of them.</param>
    /// <param name="inOrder">True to begin with the oldest of all, where turns are taken.</param>
    public async Task<IReadOnlyList<DueEffect>> FindAsync(
        EffectKind kind, WorkspaceId workspaceId, DateTimeOffset now, int count, CancellationToken cancellationToken, bool inOrder = false)
    {
        await using var db = contexts.For(workspaceId);
        var due = await Of(kind, db.Effects).Where(effect => effect.DueAt != null && effect.DueAt <= now)
            .OrderBy(effect => effect.DueAt).ThenBy(effect => effect.EnrollmentId).Take(inOrder ? count : Window)
            .Select(effect => effect.EnrollmentId).ToListAsync(cancellationToken);
        var size = Math.Min(count, BatchSize);
        var first = due.Count > size && !inOrder ? Random.Shared.Next(due.Count / size) * size : 0;
        var some = due.Skip(first).Take(size).ToArray();
        var found = await (
            from effect in Of(kind, db.Effects).AsNoTracking()
            where some.Contains(effect.EnrollmentId) && effect.DueAt != null && effect.DueAt <= now
            join run in db.Enrollments.AsNoTracking() on effect.EnrollmentId equals run.Id
            join contact in db.Contacts.AsNoTracking() on run.ContactId equals contact.Id
            select new { effect, run, contact }).ToListAsync(cancellationToken);
        return [.. found.OrderBy(row => row.effect.DueAt).Select(row => new DueEffect(row.effect, row.run, row.contact))];
    }

    /// <summary>How many effects wait, are claimed, are held, and wait their turn (M6), each up to a bound.</summary>
    public async Task<OutboxCount> CountAsync(EffectKind kind, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(default);
        var due = Of(kind, db.AllEffects()).Where(effect => effect.DueAt != null);
        return new OutboxCount(
            await due.Where(effect => effect.Claim == null).Take(MaxCount).CountAsync(cancellationToken),
            await due.Where(effect => effect.Claim != null).Take(MaxCount).CountAsync(cancellationToken),
            await Of(kind, db.AllEffects()).Where(effect => effect.HeldDueAt != null).Take(MaxCount).CountAsync(cancellationToken),
            await Of(kind, db.AllEffects()).Where(effect => effect.LimitedAt != null).Take(MaxCount).CountAsync(cancellationToken));
    }

    // Written as the filters of the indexes are.
    private static IQueryable<Effect> Of(EffectKind kind, IQueryable<Effect> effects) => kind switch
    {
        EffectKind.CallUrl => effects.Where(effect => effect.Kind == EffectKind.CallUrl),
        EffectKind.SendEmail => effects.Where(effect => effect.Kind == EffectKind.SendEmail),
        EffectKind.SendEvent => effects.Where(effect => effect.Kind == EffectKind.SendEvent && effect.State == EffectState.Open),
    };
}
