using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Workflows;

/// <summary>
/// Runs of one workspace that share a commit: their contacts are locked, they are read again, and what is decided about them is saved.
/// The transaction is the claim: whoever comes second finds them changed.
/// </summary>
internal abstract class RunBatch(WorkflowTools tools, IEnumerable<DueRun> wanted, int shard) : Batch
{
    private readonly List<DueRun> _wanted = [.. wanted];
    private RunWriter? _writer;

    /// <summary>Why the one run that is left could not be saved; null when it was, or when nothing was wrong with it.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>True when it was tried in vain, and may be tried again.</summary>
    public bool IsGivenUp { get; private set; }

    /// <summary>True when another writer was first each time, or so the database says: perhaps of one run only.</summary>
    public bool IsContended { get; private set; }

    /// <summary>The batches into which it was split.</summary>
    public List<RunBatch> Parts { get; } = [];

    /// <summary>True when some of it could not be done.</summary>
    public bool IsIncomplete => Failure is not null || IsGivenUp || Parts.Exists(part => part.IsIncomplete);

    public IReadOnlyList<DueRun> Wanted => _wanted;

    public override int Count => Failure is null && !IsGivenUp ? _wanted.Count : 0;

    protected WorkflowTools Tools => tools;

    protected int Shard => shard;

    protected IReadOnlyList<Enrollment> Saved { get; private set; } = [];

    /// <summary>The time of the attempt.</summary>
    protected DateTimeOffset Now { get; private set; }

    public override async Task RunAsync(BulkSession session, bool isFirst)
    {
        if (!isFirst)
        {
            tools.Tallies.Forget();
        }

        (Now, Saved, _writer) = (tools.Clock.GetUtcNow(), [], new RunWriter(tools, shard));
        if (await RunLoader.LoadAsync(session, tools, _wanted) is not { } set)
        {
            return;
        }

        try
        {
            Saved = set.Changed(Decide(set));
        }
        catch (DomainException refusal)
        {
            // What may not be done is no failure of ours, and no reason to try again.
            Failure = refusal;
            return;
        }

        await SaveFirstAsync(session);
        await _writer.SaveAsync(session, Saved, set.ChangedContacts);
    }

    public override void Committed(TimeSpan took, TimeSpan committing)
    {
        _writer!.Committed();
        tools.Metrics.Carried(Saved, Now, took);
        _wanted.Clear();
    }

    public override void Retried() => tools.Metrics.Retried();

    public override void GivenUp(GiveUpReason reason) => (IsGivenUp, IsContended) = (true, reason == GiveUpReason.LostEveryRace);

    public override void Failed(Exception exception) => Failure = exception;

    public override IEnumerable<Batch> Split()
    {
        Parts.AddRange(_wanted.Select(Alone));
        return Parts;
    }

    /// <summary>Moves runs.</summary>
    /// <returns>Those that changed.</returns>
    protected abstract IEnumerable<Enrollment> Decide(RunSet set);

    /// <summary>Saves what is decided beside the runs.</summary>
    protected virtual Task SaveFirstAsync(BulkSession session) => Task.CompletedTask;

    /// <summary>The same for one run.</summary>
    protected abstract RunBatch Alone(DueRun run);
}
