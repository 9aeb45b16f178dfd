namespace Sendra.Client.Events;

/// <summary>The results of the events in a batch.</summary>
public sealed record SentBatch
{
    /// <summary>How many took effect.</summary>
    public int Accepted { get; init; }

    /// <summary>How many didn't.</summary>
    public int Rejected { get; init; }

    /// <summary>True if the Idempotency-Key was used before, and this repeats the first response.</summary>
    public bool Duplicate { get; init; }

    /// <summary>One result per event, in order.</summary>
    public IReadOnlyList<BatchResult> Results { get; init; } = [];
}
