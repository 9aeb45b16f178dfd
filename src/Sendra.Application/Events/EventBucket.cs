namespace Sendra.Application.Events;

/// <summary>What the log has of an hour or a day.</summary>
/// <param name="From">When it begins, UTC.</param>
/// <param name="Received">How many events arrived.</param>
/// <param name="Enrolled">How many enrollments they made.</param>
/// <param name="Exited">How many enrollments they dropped; those dropped by hand are not among them.</param>
public sealed record EventBucket(DateTimeOffset From, long Received, long Enrolled, long Exited);
