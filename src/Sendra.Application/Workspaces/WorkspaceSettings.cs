using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces;

/// <summary>What a workspace decides about itself.</summary>
/// <param name="RetentionDays">How long events are kept, in days from 1 to 3,650; null to keep them for good, as every workspace does at first.</param>
/// <param name="TimeZone">Whose days and months count, by its name in the tz database; <c>UTC</c> at first.</param>
/// <param name="ContactTimeZoneField">The custom field that holds a contact's own time zone, or null.</param>
public sealed record WorkspaceSettings(int? RetentionDays, string TimeZone, string? ContactTimeZoneField)
{
    public static WorkspaceSettings Of(Workspace workspace) => new(workspace.RetentionDays, workspace.TimeZone, workspace.ContactTimeZoneField);
}
