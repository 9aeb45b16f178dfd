namespace Sendra.Application.Events;

/// <summary>How many events the current workspace's log has of each time; kept while they come and go, so it is no matter how many.</summary>
public interface IEventCounts
{
    /// <summary>Each hour or day of a period, oldest first, also where nothing happened.</summary>
    /// <param name="eventName">Only events of this name, which are counted by the day; null for all.</param>
    /// <param name="bucket">By the hour or by the day.</param>
    /// <param name="from">In the first one.</param>
    /// <param name="to">The end of the last one, or in it.</param>
    Task<IReadOnlyList<EventBucket>> CountAsync(
        string? eventName, BucketSize bucket, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
