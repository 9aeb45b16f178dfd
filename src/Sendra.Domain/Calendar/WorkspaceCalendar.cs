using System.Text.Json;
using NodaTime;
using Sendra.Domain.Common;

namespace Sendra.Domain.Calendar;

/// <summary>By which zones the waits of one contact are reckoned.</summary>
public sealed class WorkspaceCalendar
{
    private readonly DateTimeZone? _contact;
    private readonly string _unknown;

    private WorkspaceCalendar(DateTimeZone workspace, DateTimeZone? contact, string unknown)
    {
        Workspace = workspace;
        _contact = contact;
        _unknown = unknown;
    }

    /// <summary>The workspace's zone, whose calendar counts days, months and years.</summary>
    public DateTimeZone Workspace { get; }

    /// <summary>The contact's zone where it is known, else the workspace's.</summary>
    public DateTimeZone Contact => _contact ?? Workspace;

    /// <summary>Why the contact's zone reads as the workspace's, as a sentence; null when it is known.</summary>
    public string? ContactNote => _contact is null ? $"{_unknown}, so the workspace's zone {Workspace.Id} applies." : null;

    /// <param name="workspace">The workspace's zone.</param>
    /// <param name="contactZoneField">The custom field that holds a contact's zone, as the settings name it, or null.</param>
    /// <param name="contact">The contact as JSON.</param>
    public static WorkspaceCalendar For(DateTimeZone workspace, string? contactZoneField, JsonElement contact)
    {
        if (contactZoneField is null)
        {
            return new WorkspaceCalendar(workspace, null, "The settings name no field with the contact's time zone");
        }

        var value = contact.TryGetProperty(contactZoneField, out var given) ? given : default;
        return new WorkspaceCalendar(
            workspace,
            TimeZones.Find(value.TextOrNull()),
            value.ValueKind == JsonValueKind.Undefined
                ? $"The contact has no {contactZoneField}"
                : $"The contact's {contactZoneField} is {Excerpt.Value(value)}, which isn't a time zone");
    }
}
