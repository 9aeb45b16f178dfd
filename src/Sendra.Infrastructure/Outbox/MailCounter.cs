using Sendra.Domain.Enrollments;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Messages;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Outbox;

/// <summary>Counts what a workspace with limits sends (M6), in the transaction that claims it: its row is locked, so that all nodes count together.</summary>
/// <param name="waiting">Emails that have come due, and go behind those that wait.</param>
internal sealed class MailCounter(WorkspaceId workspaceId, IReadOnlyList<EffectClaim> waiting, DateTimeOffset now)
{
    private SendingLimit? _limit;
    private SendingUsage _usage = SendingUsage.None;

    /// <summary>Takes turns for emails, in order, and sets aside what has to wait.</summary>
    /// <returns>What may be claimed.</returns>
    public async Task<IReadOnlyList<EffectClaim>> TakeAsync(BulkSession session, IReadOnlyList<EffectClaim> wanted)
    {
        await LockAsync(session);
        var (tries, messages) = (_limit!.TriesLeft(_usage, now), _limit.MessagesLeft(_usage, now));
        var (granted, late) = (new List<EffectClaim>(), new List<EffectClaim>());
        foreach (var claim in wanted)
        {
            var isMail = claim.Effect.Kind == EffectKind.SendEmail;
            var needed = isMail && !IsCounted(claim) ? 1 : 0;
            if (isMail && (tries == 0 || messages < needed))
            {
                late.Add(claim);
                continue;
            }

            granted.Add(claim);
            (tries, messages) = isMail ? (tries - 1, messages - needed) : (tries, messages);
        }

        late.AddRange(waiting);
        var used = Count(granted);
        var why = _limit.IsNone ? null : _limit.Explain(_limit.Use(_usage, now, used.Tries, used.Messages), now);
        (EffectClaim Claim, string? Why)[] told = [.. late.Select(claim => (claim, why))];
        await session.WriteAsync(OutboxSql.Limit.Write(told, everyRow: false), MessageSql.Limit.Write(told, everyRow: false));
        return granted;
    }

    /// <summary>Counts what was claimed, and says when those that wait are looked at next.</summary>
    public Task SaveAsync(BulkSession session, IEnumerable<EffectClaim> claimed)
    {
        var used = Count(claimed);
        _usage = _limit!.Use(_usage, now, used.Tries, used.Messages);
        return session.WriteAsync(MailTurnSql.Save.Write([new MailCount(workspaceId, _limit, _usage, _limit.OpensAt(_usage, now))]));
    }

    /// <summary>Takes a turn for an email that is in no outbox.</summary>
    /// <returns>Null when it may go; else why not.</returns>
    public async Task<string?> TakeOneAsync(BulkSession session)
    {
        await LockAsync(session);
        if (_limit!.TriesLeft(_usage, now) == 0 || _limit.MessagesLeft(_usage, now) == 0)
        {
            return _limit.Refuse(_usage, now);
        }

        _usage = _limit.Use(_usage, now, 1, 1);
        await session.WriteAsync(MailTurnSql.Save.Write([new MailCount(workspaceId, _limit, _usage, _limit.OpensAt(_usage, now))]));
        return null;
    }

    private async Task LockAsync(BulkSession session)
    {
        await session.WriteAsync(MailTurnSql.InsertMissing.Write([workspaceId], everyRow: false), MailTurnSql.Lock.Write([workspaceId]));
        await session.ReadAsync(locking: false, MailTurnSql.Select.Read([workspaceId], row => (_limit, _usage) = MailTurnSql.Read(row)));
    }

    private static (int Tries, int Messages) Count(IEnumerable<EffectClaim> claims)
    {
        var mails = claims.Where(claim => claim.Effect.Kind == EffectKind.SendEmail).ToArray();
        return (mails.Length, mails.Count(claim => !IsCounted(claim)));
    }

    // A message counts once a day, whatever becomes of its tries. What is not going to be sent doesn't count.
    private static bool IsCounted(EffectClaim claim) => claim.Effect.Tries > 0 || (!claim.IsFirstOfMail && claim.Effect.LimitedAt is null);
}
