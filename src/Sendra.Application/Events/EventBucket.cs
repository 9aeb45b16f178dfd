namespace Sendra.Application.Events;

/// <summary>What the log has for an hour or a day.</summary>
/// <param name="From">When it begins, UTC.</param>
/// <param name="Received">How many events arrived.</param>
/// <param name="Enrolled">How many enrollments they created.</param>
/// <param name="Exited">How many enrollments they ended. Manual exits don't count.</param>
public sealed record EventBucket(DateTimeOffset From, long Received, long Enrolled, long Exited);
