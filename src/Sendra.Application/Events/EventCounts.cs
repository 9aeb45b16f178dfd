namespace Sendra.Application.Events;

/// <summary>What the log has.</summary>
/// <param name="Buckets">Each hour or day of the period that was asked for, oldest first.</param>
/// <param name="Total">How many events there are now, whenever they arrived.</param>
public sealed record EventCounts(IReadOnlyList<EventBucket> Buckets, long Total);
