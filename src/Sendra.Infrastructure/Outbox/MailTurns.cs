using Microsoft.EntityFrameworkCore;
using NodaTime;
using Sendra.Application.Mail;
using Sendra.Domain.Calendar;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Outbox;

/// <summary>
/// Says which emails of a workspace may go, as far as can be told without a lock (M6): the oldest that wait, then those that have come due.
/// The claim counts them; until then, nothing is rendered for those that have to wait anyway.
/// </summary>
internal sealed class MailTurns(WorkspaceDbContexts contexts, IMailTransport transport)
{
    /// <summary>The workspaces whose emails wait and may be looked at before a time, and when.</summary>
    public async Task<List<(WorkspaceId WorkspaceId, DateTimeOffset OpensAt)>> LookAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(default);
        var open = await (
            from turn in db.AllMailTurns()
            where turn.OpensAt != null
            join workspace in db.AllWorkspaces() on turn.WorkspaceId equals workspace.Id
            let isChanged = turn.PerSecond != workspace.MessagesPerSecond || turn.PerDay != workspace.MessagesPerDay || turn.TimeZone != workspace.TimeZone
            where turn.OpensAt <= until || isChanged
            select new { turn.WorkspaceId, turn.OpensAt, isChanged }).ToListAsync(cancellationToken);
        return open.ConvertAll(row => (row.WorkspaceId, row.isChanged && row.OpensAt > now ? now : row.OpensAt!.Value));
    }

    /// <summary>How a workspace stands; null when it has no limit and none of its emails waits.</summary>
    public async Task<MailTurnState?> ReadAsync(WorkspaceId workspaceId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        var row = await (
            from workspace in db.Workspaces
            join turn in db.MailTurns on workspace.Id equals turn.WorkspaceId into turns
            from turn in turns.DefaultIfEmpty()
            select new { workspace.MessagesPerSecond, workspace.MessagesPerDay, workspace.TimeZone, Turn = turn }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        // What is captured is delivered to nobody, and doesn't count.
        var zone = TimeZones.Find(row.TimeZone) ?? DateTimeZone.Utc;
        var limit = transport.Delivers ? new SendingLimit(row.MessagesPerSecond, row.MessagesPerDay, zone) : new SendingLimit(null, null, zone);
        var isAwaited = row.Turn?.OpensAt is not null;
        return limit.IsNone && !isAwaited ? null : new MailTurnState(
            workspaceId,
            limit,
            row.Turn is { } counted ? new SendingUsage(counted.SecondBegan, counted.Tries, counted.Day, counted.Messages) : SendingUsage.None,
            isAwaited,
            isAwaited && (row.Turn!.OpensAt <= now
                || (row.Turn.PerSecond, row.Turn.PerDay, row.Turn.TimeZone) != (row.MessagesPerSecond, row.MessagesPerDay, row.TimeZone)));
    }

    /// <summary>What to do with a workspace's emails; null when there is nothing to count.</summary>
    /// <param name="due">Those that are due, the oldest first.</param>
    /// <param name="most">How many can be claimed.</param>
    public async Task<MailTurnPlan?> PlanAsync(MailTurnState state, IReadOnlyList<DueEffect> due, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var mails = due.Where(one => one.Effect.Kind == EffectKind.SendEmail).ToArray();
        if (mails.Length == 0 && !state.IsOpen)
        {
            return null;
        }

        var (limit, usage) = (state.Limit, state.Usage);
        var left = Math.Min(Math.Min(limit.TriesLeft(usage, now), limit.MessagesLeft(usage, now)), Math.Min(most, OutboxFinder.BatchSize));

        // Whoever comes while others wait goes behind them.
        if (state.IsAwaited)
        {
            return new MailTurnPlan(state.IsOpen && left > 0 ? await OldestAsync(state.WorkspaceId, left, cancellationToken) : [], mails);
        }

        left = Math.Min(left, mails.Length);
        return new MailTurnPlan(mails[..left], mails[left..]);
    }

    private async Task<DueEffect[]> OldestAsync(WorkspaceId workspaceId, int count, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        var found = await (
            from effect in db.Effects.AsNoTracking().Where(effect => effect.LimitedAt != null).OrderBy(effect => effect.LimitedAt).ThenBy(effect => effect.EnrollmentId).Take(count)
            join run in db.Enrollments.AsNoTracking() on effect.EnrollmentId equals run.Id
            join contact in db.Contacts.AsNoTracking() on run.ContactId equals contact.Id
            select new { effect, run, contact }).ToListAsync(cancellationToken);
        return [.. found.OrderBy(row => row.effect.LimitedAt).ThenBy(row => row.effect.EnrollmentId).Select(row => new DueEffect(row.effect, row.run, row.contact))];
    }
}
