using Microsoft.EntityFrameworkCore;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence.Queries;
using Sendra.Infrastructure.Persistence.Workspaces;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Outbox;

/// <summary>Finds what is due in the outbox.</summary>
internal sealed class OutboxFinder(WorkspaceDbContexts contexts, DueLook look, ISqlReader sql)
{
    /// <summary>How many effects are claimed at once.</summary>
    public const int BatchSize = 128;

    private const int Window = 8 * BatchSize;

    /// <summary>The most rows that are counted of each state.</summary>
    private const int MaxCount = 100_000;

    /// <summary>When the next effect of each workspace is due that has one before a time.</summary>
    public Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> LookAsync(EffectKind kind, DateTimeOffset until, CancellationToken cancellationToken) =>
        look.AtAsync($"outbox t WHERE {Due(kind)}", Window, until, cancellationToken);

    /// <summary>Some of a workspace's due effects, the oldest first. Several nodes take different parts of what is due.</summary>
    /// <param name="count">The most of them.</param>
    /// <param name="inOrder">True to begin with the oldest of all, where turns are taken.</param>
    public async Task<IReadOnlyList<DueEffect>> FindAsync(
        EffectKind kind, WorkspaceId workspaceId, DateTimeOffset now, int count, CancellationToken cancellationToken, bool inOrder = false)
    {
        var due = await FindRunsAsync(kind, workspaceId, now, cancellationToken);
        if (due.Count == 0)
        {
            return [];
        }

        var size = Math.Min(count, BatchSize);
        var first = due.Count > size && !inOrder ? Random.Shared.Next(due.Count / size) * size : 0;
        var some = due.Skip(first).Take(size).ToArray();
        await using var db = contexts.For(workspaceId);
        var found = await (
            from effect in Of(kind, db.Effects).AsNoTracking()
            where some.Contains(effect.EnrollmentId) && effect.DueAt != null
            join run in db.Enrollments.AsNoTracking() on effect.EnrollmentId equals run.Id
            join contact in db.Contacts.AsNoTracking() on run.ContactId equals contact.Id
            select new { effect, run, contact }).ToListAsync(cancellationToken);
        return [.. found.Where(row => row.effect.DueAt <= now).OrderBy(row => row.effect.DueAt).Select(row => new DueEffect(row.effect, row.run, row.contact))];
    }

    /// <summary>The runs that some of a workspace's due effects belong to, the oldest first.</summary>
    public Task<List<EnrollmentId>> FindRunsAsync(EffectKind kind, WorkspaceId workspaceId, DateTimeOffset now, CancellationToken cancellationToken) => sql.ReadAsync(
        Sql.First(
            Window,
            $"t.enrollment_id FROM outbox t WHERE t.workspace_id = {workspaceId} AND {Due(kind)} AND t.due_at <= {now} ORDER BY t.due_at, t.enrollment_id"),
        row => row.Id<EnrollmentId>(0),
        cancellationToken);

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

    // Both written as the filters of the indexes are.
    private static Sql Due(EffectKind kind) => kind switch
    {
        EffectKind.CallUrl => $"t.due_at IS NOT NULL AND t.kind = {(int)EffectKind.CallUrl}",
        EffectKind.SendEmail => $"t.due_at IS NOT NULL AND t.kind = {(int)EffectKind.SendEmail}",
        EffectKind.SendEvent => $"t.due_at IS NOT NULL AND t.kind = {(int)EffectKind.SendEvent} AND t.state = {(int)EffectState.Open}",
    };

    private static IQueryable<Effect> Of(EffectKind kind, IQueryable<Effect> effects) => kind switch
    {
        EffectKind.CallUrl => effects.Where(effect => effect.Kind == EffectKind.CallUrl),
        EffectKind.SendEmail => effects.Where(effect => effect.Kind == EffectKind.SendEmail),
        EffectKind.SendEvent => effects.Where(effect => effect.Kind == EffectKind.SendEvent && effect.State == EffectState.Open),
    };
}
