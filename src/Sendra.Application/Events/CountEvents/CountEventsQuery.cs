using MediatR;

namespace Sendra.Application.Events.CountEvents;

/// <summary>Counts what arrived and what it did, by the hour or by the day (UTC).</summary>
/// <param name="EventName">Only events of this name, by the day; null for all names.</param>
/// <param name="Bucket">By the hour or by the day; by the day when null.</param>
/// <param name="From">Where to begin, rounded down to a whole bucket; a day ago by the hour, and 30 days by the day, when null.</param>
/// <param name="To">Where to end, rounded up to a whole bucket, a date to its own end; now when null.</param>
public sealed record CountEventsQuery(string? EventName, BucketSize? Bucket, string? From, string? To)
    : IRequest<IReadOnlyList<EventBucket>>
{
    /// <summary>How many buckets one query may ask for: a month by the hour, two years by the day.</summary>
    public const int MaxBuckets = 31 * 24;
}
