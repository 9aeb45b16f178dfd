using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Messages;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Suppressions;

namespace Sendra.Infrastructure.Outbox;

/// <summary>
/// Claims effects of one workspace, in a short transaction that also sees that their runs are still active and their automations live (F2,
/// F9). Of what it does not get, it sets aside what is held and ends what has no run any more.
/// </summary>
/// <param name="wanted">What to claim.</param>
/// <param name="postponed">What to leave for later.</param>
/// <param name="mails">What the claims of mails ask and keep.</param>
/// <param name="counter">Counts emails, when the workspace has limits (M6); else null.</param>
/// <param name="suppressions">Says which of these may not be sent any more (M3).</param>
internal sealed class ClaimBatch(
    IReadOnlyList<EffectClaim> wanted,
    IReadOnlyList<EffectClaim> postponed,
    IReadOnlyDictionary<EnrollmentId, MailClaim> mails,
    MailCounter? counter,
    SuppressionLookup suppressions) : Batch
{
    private readonly HashSet<EnrollmentId> _found = [];
    private readonly Dictionary<EnrollmentId, string> _unwanted = [];
    private readonly List<ClaimBatch> _parts = [];
    private bool _isOver;

    /// <summary>True when something went wrong with it, and it is looked at again later.</summary>
    public bool IsLost { get; private set; }

    /// <summary>The runs whose effects were claimed.</summary>
    public IEnumerable<EnrollmentId> Claimed => _found.Concat(_parts.SelectMany(part => part.Claimed));

    /// <summary>The runs whose mails may not be sent, with the reason's code.</summary>
    public IEnumerable<KeyValuePair<EnrollmentId, string>> Unwanted => _unwanted.Concat(_parts.SelectMany(part => part.Unwanted));

    public override int Count => _isOver ? 0 : wanted.Count + postponed.Count + (counter is null ? 0 : 1);

    public override async Task RunAsync(BulkSession session, bool isFirst)
    {
        _found.Clear();
        _unwanted.Clear();
        var granted = counter is null ? wanted : await counter.TakeAsync(session, wanted);
        await session.WriteAsync(
            OutboxSql.Postpone.Write(postponed, everyRow: false),
            MessageSql.Postpone.Write([.. postponed.Where(claim => claim.Problem is not null && claim.Problem != claim.Effect.Problem)], everyRow: false),
            OutboxSql.Claim.Write(granted, everyRow: false));

        // By the fencing value, which also tells of an attempt whose commit broke off.
        var found = new List<EnrollmentId>();
        await session.ReadAsync(locking: false, OutboxSql.SelectClaimed.Read(granted, row => found.Add(row.Id<EnrollmentId>(0))));
        _found.UnionWith(found);
        if (_found.Count < granted.Count)
        {
            EffectClaim[] others = [.. granted.Where(claim => !_found.Contains(claim.Effect.EnrollmentId))];
            await session.WriteAsync(
                OutboxSql.CancelEnded.Write(others, everyRow: false),
                MessageSql.LeaveUnconfirmed.Write(Array.FindAll(others, claim => claim.Effect.Kind == EffectKind.SendEmail), everyRow: false),
                OutboxSql.Hold.Write(others, everyRow: false));
        }

        await ClaimMailsAsync(session);
        if (counter is not null)
        {
            await counter.SaveAsync(session, granted.Where(claim => _found.Contains(claim.Effect.EnrollmentId) && !_unwanted.ContainsKey(claim.Effect.EnrollmentId)));
        }
    }

    public override void Committed(TimeSpan took, TimeSpan committing) => _isOver = true;

    public override void GivenUp(GiveUpReason reason) => Lose();

    public override void Failed(Exception exception) => Lose();

    public override IEnumerable<Batch> Split()
    {
        _found.Clear();
        _unwanted.Clear();
        _parts.AddRange(wanted.Select(claim => new ClaimBatch([claim], [], mails, counter, suppressions)));
        _parts.AddRange(postponed.Select(claim => new ClaimBatch([], [claim], mails, null, suppressions)));
        return _parts;
    }

    private async Task ClaimMailsAsync(BulkSession session)
    {
        var claimed = wanted.Where(claim => _found.Contains(claim.Effect.EnrollmentId) && mails.ContainsKey(claim.Effect.EnrollmentId))
            .Select(claim => (claim.Effect, claim.Id, Mail: mails[claim.Effect.EnrollmentId])).ToArray();
        if (claimed.Length == 0)
        {
            return;
        }

        await session.WriteAsync(MessageSql.Keep.Write(Array.FindAll(claimed, claim => claim.Mail.Rendition is not null), everyRow: false));

        // Asked here, whoever unsubscribes before this commit gets no mail.
        var reasons = await suppressions.ReasonsToSkipAsync(
            session, [.. claimed.Select(claim => (claim.Effect.WorkspaceId, claim.Mail.Email, claim.Mail.Kind)).Distinct()], CancellationToken.None);
        foreach (var (effect, _, mail) in claimed)
        {
            if (reasons.TryGetValue((effect.WorkspaceId, mail.Email, mail.Kind), out var reason))
            {
                _unwanted[effect.EnrollmentId] = reason;
            }
        }
    }

    // What was claimed after all is left to its lease.
    private void Lose()
    {
        _found.Clear();
        _unwanted.Clear();
        (_isOver, IsLost) = (true, true);
    }
}
