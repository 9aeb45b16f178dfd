using MediatR;

namespace Sendra.Application.Events.CountEvents;

/// <summary>Counts received events and what they did, by hour or by day (UTC).</summary>
/// <param name="EventName">Only events with this name, by day; null for all names.</param>
/// <param name="Bucket">By hour or by day. Default: by day.</param>
/// <param name="From">The start, rounded down to a whole bucket. Default: 24 hours ago by hour, 30 days ago by day.</param>
/// <param name="To">The end, rounded up to a whole bucket; a date includes its whole day. Default: now.</param>
public sealed record CountEventsQuery(string? EventName, BucketSize? Bucket, string? From, string? To)
    : IRequest<EventCounts>
{
    /// <summary>The most buckets of one query: a month by hour, two years by day.</summary>
    public const int MaxBuckets = 31 * 24;
}
