namespace Sendra.Domain.EventPatterns;

/// <summary>A type that a property was seen with.</summary>
/// <param name="Type">The type.</param>
/// <param name="FirstEventId">The first event with this type; null if it has been erased or purged.</param>
/// <param name="FirstReceivedAt">When that event arrived.</param>
public sealed record SeenType(PropertyType Type, EventId? FirstEventId, DateTimeOffset FirstReceivedAt);
