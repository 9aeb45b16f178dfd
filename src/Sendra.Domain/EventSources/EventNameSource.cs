namespace Sendra.Domain.EventSources;

/// <summary>Where a source's event name comes from: one fixed name, or a path into each delivery.</summary>
public sealed record EventNameSource
{
    private EventNameSource(Events.EventName? fixedName, PayloadPath? path)
    {
        Fixed = fixedName;
        Path = path;
    }

    /// <summary>The fixed name, or null when it is read by path.</summary>
    public Events.EventName? Fixed { get; }

    /// <summary>The path, or null when the name is fixed.</summary>
    public PayloadPath? Path { get; }

    /// <summary>Every delivery is this event.</summary>
    public static EventNameSource Always(Events.EventName name) => new(name, null);

    /// <summary>Each delivery says its event's name.</summary>
    public static EventNameSource ReadFrom(PayloadPath path) => new(null, path);
}
