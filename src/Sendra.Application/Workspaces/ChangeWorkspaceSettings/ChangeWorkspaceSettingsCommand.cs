using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces.ChangeWorkspaceSettings;

/// <summary>Changes the current workspace's settings. Null settings don't change.</summary>
/// <param name="RetentionDays">How many days events are kept; null for forever (L3).</param>
/// <param name="TimeZone">The workspace's time zone, by its name in the tz database.</param>
/// <param name="ContactTimeZoneField">The custom field that holds a contact's time zone, or null for none.</param>
/// <param name="ContentDays">How long the contents and answers of calls are kept, in days.</param>
/// <param name="Sender">Who email comes from, or null for nobody.</param>
/// <param name="MessagesPerSecond">How many emails are handed over in a second, or null for any number (M6).</param>
/// <param name="MessagesPerDay">How many emails are sent in a day of the workspace, or null for any number (M6).</param>
/// <param name="AuditDays">How many days the audit log is kept; null for forever.</param>
public sealed record ChangeWorkspaceSettingsCommand(
    Change<int?>? RetentionDays,
    Change<string?>? TimeZone,
    Change<string?>? ContactTimeZoneField,
    int? ContentDays = null,
    Change<SenderText?>? Sender = null,
    Change<int?>? MessagesPerSecond = null,
    Change<int?>? MessagesPerDay = null,
    Change<int?>? AuditDays = null) : IRequest<WorkspaceSettings>;
