using NodaTime;

namespace Sendra.Domain.Calendar;

/// <summary>By whose clock a window is read: the contact's, the workspace's, or that of one place.</summary>
public sealed record WindowZone
{
    private readonly DateTimeZone? _fixed;

    private WindowZone(string name, DateTimeZone? place)
    {
        Name = name;
        _fixed = place;
    }

    /// <summary><c>contact</c>, <c>workspace</c> or the zone's name in the tz database.</summary>
    public string Name { get; }

    public static WindowZone Contact { get; } = new("contact", null);

    public static WindowZone Workspace { get; } = new("workspace", null);

    /// <summary>The zone that a text names, or null when it is none.</summary>
    public static WindowZone? Find(string? name) => name switch
    {
        "contact" => Contact,
        "workspace" => Workspace,
        _ => TimeZones.Find(name) is { } zone ? new WindowZone(zone.Id, zone) : null,
    };

    public DateTimeZone In(WorkspaceCalendar calendar) => _fixed ?? (this == Contact ? calendar.Contact : calendar.Workspace);
}
