namespace Sendra.Application.Events;

/// <summary>How many events the current workspace's log has over time. Counted as events come and go, so the size of the log doesn't matter.</summary>
public interface IEventCounts
{
    /// <summary>Each hour or day of a period, including those without events, and all events together.</summary>
    /// <param name="eventName">Only events with this name, which are counted by day; null for all.</param>
    /// <param name="bucket">By the hour or by the day.</param>
    /// <param name="from">In the first one.</param>
    /// <param name="to">The end of the last one, or in it.</param>
    Task<EventCounts> CountAsync(
        string? eventName, BucketSize bucket, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
