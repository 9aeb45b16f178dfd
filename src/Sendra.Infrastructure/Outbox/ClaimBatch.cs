using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Outbox;

/// <summary>
/// Claims effects of one workspace, in a short transaction that also sees that their runs are still active and their automations live (F2,
/// F9). Of what it does not get, it sets aside what is held and ends what has no run any more.
/// </summary>
/// <param name="wanted">What to claim.</param>
/// <param name="postponed">What to leave for later.</param>
internal sealed class ClaimBatch(IReadOnlyList<EffectClaim> wanted, IReadOnlyList<EffectClaim> postponed) : Batch
{
    private readonly HashSet<EnrollmentId> _found = [];
    private readonly List<ClaimBatch> _parts = [];
    private bool _isOver;

    /// <summary>True when something went wrong with it, and it is looked at again later.</summary>
    public bool IsLost { get; private set; }

    /// <summary>The runs whose effects were claimed.</summary>
    public IEnumerable<EnrollmentId> Claimed => _found.Concat(_parts.SelectMany(part => part.Claimed));

    public override int Count => _isOver ? 0 : wanted.Count + postponed.Count;

    public override async Task RunAsync(BulkSession session, bool isFirst)
    {
        _found.Clear();
        await session.WriteAsync(OutboxSql.Postpone.Write(postponed, everyRow: false), OutboxSql.Claim.Write(wanted, everyRow: false));

        // By the fencing value, which also tells of an attempt whose commit broke off.
        var found = new List<EnrollmentId>();
        await session.ReadAsync(locking: false, OutboxSql.SelectClaimed.Read(wanted, row => found.Add(row.Id<EnrollmentId>(0))));
        _found.UnionWith(found);
        if (_found.Count < wanted.Count)
        {
            EffectClaim[] others = [.. wanted.Where(claim => !_found.Contains(claim.Effect.EnrollmentId))];
            await session.WriteAsync(OutboxSql.CancelEnded.Write(others, everyRow: false), OutboxSql.Hold.Write(others, everyRow: false));
        }
    }

    public override void Committed(TimeSpan took, TimeSpan committing) => _isOver = true;

    public override void GivenUp(GiveUpReason reason) => Lose();

    public override void Failed(Exception exception) => Lose();

    public override IEnumerable<Batch> Split()
    {
        _found.Clear();
        _parts.AddRange(wanted.Select(claim => new ClaimBatch([claim], [])));
        _parts.AddRange(postponed.Select(claim => new ClaimBatch([], [claim])));
        return _parts;
    }

    // What was claimed after all is left to its lease.
    private void Lose()
    {
        _found.Clear();
        (_isOver, IsLost) = (true, true);
    }
}
