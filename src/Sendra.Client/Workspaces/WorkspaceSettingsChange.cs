using System.Text.Json.Serialization;
using Sendra.Client.Common;

namespace Sendra.Client.Workspaces;

/// <summary>Settings to change. Omitted settings don't change.</summary>
public sealed record WorkspaceSettingsChange
{
    /// <summary>How many days to keep events, 1 to 3,650; null keeps them forever.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> RetentionDays { get; init; }

    /// <summary>The workspace's time zone, by its name in the tz database, such as <c>Europe/Berlin</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> TimeZone { get; init; }

    /// <summary>
    /// The custom field, of type text, that holds a contact's own time zone; null for none. If a contact's zone is missing or unknown, the
    /// workspace's applies.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ContactTimeZoneField { get; init; }

    /// <summary>How many days the content of calls and their responses are kept, 1 to 3,650.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int> ContentDays { get; init; }

    /// <summary>Who email comes from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Sender> Sender { get; init; }

    /// <summary>
    /// How many emails are sent in a second, 1 to 10,000; null for no limit. Further emails wait their turn, in order. Emails that are only
    /// captured don't count, test emails do.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> MessagesPerSecond { get; init; }

    /// <summary>
    /// How many emails are sent in a day of the workspace's time zone, 1 to 100,000,000; null for no limit. Further emails wait for the
    /// next day.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> MessagesPerDay { get; init; }

    /// <summary>How many days to keep the audit log, 1 to 3,650; null keeps it forever. Only an owner's session can change it, no key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> AuditDays { get; init; }
}
