using Sendra.Application.Events;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>What arrived over a time, and what it did.</summary>
/// <param name="Bucket">hour or day.</param>
/// <param name="Items">Each hour or day, oldest first, also where nothing happened.</param>
public sealed record EventCountsResponse(BucketSize Bucket, IReadOnlyList<EventBucket> Items);
