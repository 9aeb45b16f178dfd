using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Committing;

/// <summary>
/// What is loaded, decided and saved in one transaction. An attempt that fails leaves nothing behind, so each one begins anew from what it
/// then finds: it may be repeated, and split.
/// </summary>
internal abstract class Batch
{
    /// <summary>How many parts are still to be done; each could be committed by itself.</summary>
    public abstract int Count { get; }

    /// <summary>True when it can't wait for the node's other writers, where only one can write at a time.</summary>
    public virtual bool GoesFirst => false;

    /// <summary>True when a commit broke off and nobody knows yet whether it happened.</summary>
    public virtual bool MayBeStored => false;

    /// <summary>
    /// Locks, loads, decides and saves. The committer begins the transaction and commits it. Parts that turn out to be done, or not to be
    /// done at all, leave the batch.
    /// </summary>
    /// <param name="session">A session in a transaction.</param>
    /// <param name="isFirst">False after an attempt that failed: what only this node's memory says is not to be relied on.</param>
    /// <exception cref="LostRaceException">Another writer was first.</exception>
    public abstract Task RunAsync(BulkSession session, bool isFirst);

    /// <summary>What was saved is durable, and nothing is left to do.</summary>
    /// <param name="took">The whole attempt.</param>
    /// <param name="committing">Its commit alone.</param>
    public abstract void Committed(TimeSpan took, TimeSpan committing);

    /// <summary>The commit broke off, so that it happened or did not. The next attempt has to see for itself.</summary>
    public virtual void BrokeOff()
    {
    }

    /// <summary>It will be tried again.</summary>
    public virtual void Retried()
    {
    }

    /// <summary>It will not be tried again, though nothing is wrong with it.</summary>
    public abstract void GivenUp(GiveUpReason reason);

    /// <summary>The one part that is left failed for a reason of its own; nothing of it was stored.</summary>
    public abstract void Failed(Exception exception);

    /// <summary>Each part by itself.</summary>
    public abstract IEnumerable<Batch> Split();
}
