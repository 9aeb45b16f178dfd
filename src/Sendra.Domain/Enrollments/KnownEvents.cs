using Sendra.Domain.Common;

namespace Sendra.Domain.Enrollments;

/// <summary>
/// The properties of the events that made or moved runs, as far as they were loaded: asking for others is a bug, and throws. An event that is
/// no longer in the log is known, too: it has none.
/// </summary>
public sealed class KnownEvents
{
    private readonly Dictionary<EventId, RawJson?> _properties = [];

    public void Note(EventId eventId, RawJson? properties) => _properties[eventId] = properties;

    public RawJson? PropertiesOf(EventId eventId) => _properties.TryGetValue(eventId, out var properties)
        ? properties
        : throw new InvalidOperationException($"The properties of event {eventId} were asked for, but not loaded: what reads them must say so.");
}
