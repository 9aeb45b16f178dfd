using Sendra.Application.Common;
using Sendra.Application.Workspaces.ChangeWorkspaceSettings;

namespace Sendra.WebApi.Contracts.Workspaces;

/// <summary>Settings to change. Omitted settings don't change.</summary>
public sealed record WorkspaceSettingsRequest
{
    private readonly Change<int?>? _retentionDays;
    private readonly Change<string?>? _timeZone;
    private readonly Change<string?>? _contactTimeZoneField;
    private readonly Change<SenderContract?>? _sender;
    private readonly Change<int?>? _messagesPerSecond;
    private readonly Change<int?>? _messagesPerDay;
    private readonly Change<int?>? _auditDays;

    /// <summary>How many days to keep events, 1 to 3,650; null keeps them forever.</summary>
    public int? RetentionDays
    {
        get => _retentionDays?.To;
        init => _retentionDays = new(value);
    }

    /// <summary>The workspace's time zone, by its name in the tz database, such as <c>Europe/Berlin</c>.</summary>
    public string? TimeZone
    {
        get => _timeZone?.To;
        init => _timeZone = new(value);
    }

    /// <summary>
    /// The custom field, of type text, that holds a contact's own time zone; null for none. If a contact's zone is missing or
    /// unknown, the workspace's applies.
    /// </summary>
    public string? ContactTimeZoneField
    {
        get => _contactTimeZoneField?.To;
        init => _contactTimeZoneField = new(value);
    }

    /// <summary>How many days the content of calls and their responses are kept, 1 to 3,650.</summary>
    public int? ContentDays { get; init; }

    /// <summary>Who email comes from; it replaces the whole sender. null clears it: email is then skipped, with <c>senderMissing</c>.</summary>
    public SenderContract? Sender
    {
        get => _sender?.To;
        init => _sender = new(value);
    }

    /// <summary>
    /// How many emails are sent in a second, 1 to 10,000; null for no limit. Further emails wait their turn, in order. Emails that are
    /// only captured don't count, test emails do.
    /// </summary>
    public int? MessagesPerSecond
    {
        get => _messagesPerSecond?.To;
        init => _messagesPerSecond = new(value);
    }

    /// <summary>How many emails are sent in a day of the workspace's time zone, 1 to 100,000,000; null for no limit. Further emails wait for the next day.</summary>
    public int? MessagesPerDay
    {
        get => _messagesPerDay?.To;
        init => _messagesPerDay = new(value);
    }

    /// <summary>How many days to keep the audit log, 1 to 3,650; null keeps it forever. Only an owner's session can change it.</summary>
    public int? AuditDays
    {
        get => _auditDays?.To;
        init => _auditDays = new(value);
    }

    /// <summary>True when only owners may ask for this: what the audit log has shall not be at the mercy of those it tells of.</summary>
    internal bool NeedsOwner => _auditDays is not null;

    internal ChangeWorkspaceSettingsCommand ToCommand() => new(
        _retentionDays, _timeZone, _contactTimeZoneField, ContentDays, _sender is { To: var sender } ? new(sender?.ToText()) : null, _messagesPerSecond, _messagesPerDay, _auditDays);
}
