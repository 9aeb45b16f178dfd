namespace Sendra.Client.Events;

/// <summary>Received events over time, and what they did.</summary>
public sealed record EventCounts
{
    /// <summary>The length of the periods in which events are counted.</summary>
    public BucketSize Bucket { get; init; }

    /// <summary>Each hour or day, oldest first, including those without events.</summary>
    public IReadOnlyList<EventBucket> Items { get; init; } = [];

    /// <summary>How many events the log has now: all of them, or all with the name.</summary>
    public long Total { get; init; }
}
