namespace Sendra.Application.Events;

/// <summary>What the log has of an hour or a day.</summary>
/// <param name="From">When it begins.</param>
/// <param name="Received">How many events arrived.</param>
/// <param name="Enrolled">How many enrollments they made.</param>
/// <param name="Exited">How many enrollments they dropped.</param>
public sealed record EventBucket(DateTimeOffset From, long Received, long Enrolled, long Exited);
