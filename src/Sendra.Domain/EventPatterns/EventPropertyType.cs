using Sendra.Domain.Common;

namespace Sendra.Domain.EventPatterns;

/// <summary>
/// A type that a property of an event's <c>eventProperties</c> was seen with, and where first. Only properties at the top
/// of an object are watched.
/// </summary>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="EventName">The event's name.</param>
/// <param name="Property">The property's name.</param>
/// <param name="JsonType">The type.</param>
/// <param name="FirstEventId">The first event that had it so; carries the time.</param>
public sealed record EventPropertyType(Guid WorkspaceId, string EventName, string Property, PropertyType JsonType, Guid FirstEventId) : IWorkspaceOwned
{
    /// <summary>The greatest length of a watched property's name; longer ones are not watched.</summary>
    public const int MaxPropertyLength = 100;

    /// <summary>How many properties of one event, and about how many of one event name, are watched.</summary>
    public const int MaxProperties = 100;
}
