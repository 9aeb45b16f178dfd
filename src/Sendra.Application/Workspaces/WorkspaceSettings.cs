using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces;

/// <summary>The settings of a workspace.</summary>
/// <param name="RetentionDays">How many days events are kept, 1 to 3,650; null (the default) keeps them forever.</param>
/// <param name="TimeZone">The workspace's time zone, by its name in the tz database. Default: <c>UTC</c>.</param>
/// <param name="ContactTimeZoneField">The custom field that holds a contact's own time zone, or null.</param>
/// <param name="ContentDays">How many days the content of calls and their responses are kept, 1 to 3,650; 30 by default. After that, only their status remains.</param>
/// <param name="Sender">Who email comes from, or null.</param>
/// <param name="MessagesPerSecond">How many emails are handed over in a second; null for any number.</param>
/// <param name="MessagesPerDay">How many emails are sent in a day of the workspace; null for any number.</param>
/// <param name="AuditDays">How many days the audit log is kept, 1 to 3,650; null (the default) keeps it forever.</param>
public sealed record WorkspaceSettings(int? RetentionDays, string TimeZone, string? ContactTimeZoneField, int ContentDays, Sender? Sender, int? MessagesPerSecond, int? MessagesPerDay, int? AuditDays)
{
    public static WorkspaceSettings Of(Workspace workspace) => new(workspace.RetentionDays, workspace.TimeZone, workspace.ContactTimeZoneField, workspace.ContentDays, workspace.Sender, workspace.MessagesPerSecond, workspace.MessagesPerDay, workspace.AuditDays);
}
