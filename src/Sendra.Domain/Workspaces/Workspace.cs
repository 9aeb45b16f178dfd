using NodaTime;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;
using Sendra.Domain.Messages;

namespace Sendra.Domain.Workspaces;

/// <summary>The tenant: everything else belongs to one.</summary>
public sealed class Workspace : IWorkspaceOwned
{
    /// <summary>The maximum length of a name, in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The longest retention of events, in days; null keeps them forever.</summary>
    public const int MaxRetentionDays = 3_650;

    /// <summary>How many workspaces a person can own.</summary>
    public const int MaxPerOwner = 100;

    /// <summary>How long contents are kept at first, in days.</summary>
    public const int DefaultContentDays = 30;

    private Workspace(WorkspaceId id, string name, Guid rulesVersion, int? retentionDays)
    {
        Id = id;
        Name = name;
        RulesVersion = rulesVersion;
        RetentionDays = retentionDays;
    }

    public WorkspaceId Id { get; }

    // A workspace belongs to itself, so that another one's can't be read or written either (W4).
    WorkspaceId IWorkspaceOwned.WorkspaceId => Id;

    /// <summary>Its name.</summary>
    public string Name { get; private set; }

    /// <summary>
    /// Another value after every change of what events are decided by (automations, custom fields, event sources). Read with each
    /// batch, so that a change made on any node counts at once.
    /// </summary>
    public Guid RulesVersion { get; private set; }

    /// <summary>How many days events are kept, 1 to <see cref="MaxRetentionDays"/>; null for forever (L3).</summary>
    public int? RetentionDays { get; private set; }

    /// <summary>How long the contents and answers of calls are kept, in days from 1 to <see cref="MaxRetentionDays"/> (M7).</summary>
    public int ContentDays { get; private set; } = DefaultContentDays;

    /// <summary>How many days the audit log is kept, 1 to <see cref="MaxRetentionDays"/>; null for forever.</summary>
    public int? AuditDays { get; private set; }

    /// <summary>Its time zone, by its name in the tz database: whose days and months count (see <see cref="Zone"/>).</summary>
    public string TimeZone { get; private set; } = DateTimeZone.Utc.Id;

    /// <summary>The custom field that holds a contact's time zone; null when there is none.</summary>
    public string? ContactTimeZoneField { get; private set; }

    /// <summary>Who its mail comes from; null until somebody says so.</summary>
    public Sender? Sender { get; private set; }

    /// <summary>How many emails it hands over in a second, 1 to <see cref="SendingLimit.MaxPerSecond"/>; null for any number (M6).</summary>
    public int? MessagesPerSecond { get; private set; }

    /// <summary>How many emails it sends in a day of its zone, 1 to <see cref="SendingLimit.MaxPerDay"/>; null for any number (M6).</summary>
    public int? MessagesPerDay { get; private set; }

    /// <summary>Its time zone. One that a newer tz database no longer has reads as UTC.</summary>
    public DateTimeZone Zone => TimeZones.Find(TimeZone) ?? DateTimeZone.Utc;

    /// <summary>
    /// When its owner deleted it; null while it lives. From then on nobody sees it, and what it has is purged in steps. Written without the
    /// aggregate.
    /// </summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    public DateTimeOffset CreatedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>Creates a workspace.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="name">Its name, 1 to <see cref="MaxNameLength"/> characters.</param>
    public static Workspace Create(WorkspaceId id, string name) => new(id, name, id.Value, null);

    /// <summary>Gives it another name.</summary>
    /// <param name="name">1 to <see cref="MaxNameLength"/> characters.</param>
    public void Rename(string name) => Name = name;

    /// <summary>Decides how long events are kept (L3).</summary>
    /// <param name="days">From 1 to <see cref="MaxRetentionDays"/>, or null to keep them forever.</param>
    public void KeepEventsFor(int? days) => RetentionDays = Checked(days, MaxRetentionDays);

    /// <summary>Decides how long contents are kept.</summary>
    /// <param name="days">From 1 to <see cref="MaxRetentionDays"/>.</param>
    public void KeepContentsFor(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaxRetentionDays);
        ContentDays = days;
    }

    /// <summary>Decides how long the audit log is kept.</summary>
    /// <param name="days">From 1 to <see cref="MaxRetentionDays"/>, or null to keep it forever.</param>
    public void KeepAuditLogFor(int? days) => AuditDays = Checked(days, MaxRetentionDays);

    /// <summary>Decides whose days and months count.</summary>
    public void LiveIn(DateTimeZone zone) => TimeZone = zone.Id;

    /// <summary>Decides where a contact's own time zone stands.</summary>
    /// <param name="field">A custom field's name, or null for none.</param>
    public void ReadContactZonesFrom(string? field) => ContactTimeZoneField = field;

    /// <summary>Limits the emails of a second.</summary>
    /// <param name="most">From 1 to <see cref="SendingLimit.MaxPerSecond"/>, or null for any number.</param>
    public void SendPerSecond(int? most) => MessagesPerSecond = Checked(most, SendingLimit.MaxPerSecond);

    /// <summary>Limits the emails of a day.</summary>
    /// <param name="most">From 1 to <see cref="SendingLimit.MaxPerDay"/>, or null for any number.</param>
    public void SendPerDay(int? most) => MessagesPerDay = Checked(most, SendingLimit.MaxPerDay);

    /// <summary>Decides who its mail comes from.</summary>
    /// <param name="sender">The sender, or null for none.</param>
    public void SendAs(Sender? sender) => Sender = sender;

    private static int? Checked(int? number, int highest)
    {
        if (number is { } value)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(number));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, highest, nameof(number));
        }

        return number;
    }
}
