namespace Sendra.Domain.EventPatterns;

/// <param name="FirstEventId">The first event that had it so; null when it was erased since.</param>
/// <param name="FirstReceivedAt">When that event arrived.</param>
public sealed record SeenType(PropertyType Type, EventId? FirstEventId, DateTimeOffset FirstReceivedAt);
