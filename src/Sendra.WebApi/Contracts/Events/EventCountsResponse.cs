using Sendra.Application.Events;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>Received events over time, and what they did.</summary>
/// <param name="Bucket">hour or day.</param>
/// <param name="Items">Each hour or day, oldest first, including those without events.</param>
/// <param name="Total">How many events the log has now: all of them, or all with the name.</param>
public sealed record EventCountsResponse(BucketSize Bucket, IReadOnlyList<EventBucket> Items, long Total);
