using Sendra.Domain.Common;

namespace Sendra.Domain.EventPatterns;

/// <summary>
/// A type that a property of an event's <c>eventProperties</c> was seen with, and where first. Only properties at the top
/// of an object are watched.
/// </summary>
public sealed class EventPropertyType : IWorkspaceOwned
{
    /// <summary>The maximum length of a watched property's name; longer ones are not watched.</summary>
    public const int MaxPropertyLength = 100;

    /// <summary>How many properties of one event, and about how many of one event name, are watched.</summary>
    public const int MaxProperties = 100;

    private EventPropertyType(WorkspaceId workspaceId, string eventName, string property, PropertyType jsonType, EventId firstEventId)
    {
        WorkspaceId = workspaceId;
        EventName = eventName;
        Property = property;
        JsonType = jsonType;
        FirstEventId = firstEventId;
    }

    public WorkspaceId WorkspaceId { get; }

    /// <summary>The event's name.</summary>
    public string EventName { get; }

    /// <summary>The property's name.</summary>
    public string Property { get; }

    public PropertyType JsonType { get; }

    /// <summary>The first event with this type. Its id carries the time.</summary>
    public EventId FirstEventId { get; }

    /// <summary>Notes the first sight of a type.</summary>
    /// <param name="eventName">The event's name.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="eventId">The event with this type.</param>
    public static EventPropertyType FirstSeen(WorkspaceId workspaceId, string eventName, string property, PropertyType type, EventId eventId) =>
        new(workspaceId, eventName, property, type, eventId);
}
