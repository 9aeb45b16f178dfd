namespace Sendra.WebApi.Contracts.Workspaces;

/// <summary>The settings of a workspace.</summary>
/// <param name="RetentionDays">How many days events are kept, 1 to 3,650; null (the default) keeps them forever.</param>
/// <param name="TimeZone">The workspace's time zone, by its name in the tz database. Default: <c>UTC</c>.</param>
/// <param name="ContactTimeZoneField">The custom field that holds a contact's own time zone, or null.</param>
/// <param name="ContentDays">How many days the content of calls and their responses are kept, 1 to 3,650; 30 by default. After that, only their status remains.</param>
/// <param name="Sender">Who email comes from; null until it is set.</param>
/// <param name="MessagesPerSecond">How many emails are sent in a second, 1 to 10,000; null (the default) for no limit.</param>
/// <param name="MessagesPerDay">How many emails are sent in a day of the workspace's time zone, 1 to 100,000,000; null (the default) for no limit.</param>
/// <param name="AuditDays">How many days the audit log is kept, 1 to 3,650; null (the default) keeps it forever.</param>
/// <param name="SigningSecret">
/// The secret that signs the calls of <c>callUrl</c> steps by Standard Webhooks, as <c>whsec_…</c>. Only owners' sessions get it; null for
/// all others.
/// </param>
public sealed record WorkspaceSettingsResponse(
    int? RetentionDays, string TimeZone, string? ContactTimeZoneField, int ContentDays, SenderContract? Sender,
    int? MessagesPerSecond, int? MessagesPerDay, int? AuditDays, string? SigningSecret);
