using Sendra.Application.Workspaces;

namespace Sendra.WebApi.Contracts.Workspaces;

internal static class WorkspaceContracts
{
    /// <param name="settings">The settings.</param>
    /// <param name="signingSecret">The secret, for an owner.</param>
    public static WorkspaceSettingsResponse ToResponse(this WorkspaceSettings settings, string? signingSecret) =>
        new(settings.RetentionDays, settings.TimeZone, settings.ContactTimeZoneField, settings.ContentDays, SenderContract.From(settings.Sender), settings.MessagesPerSecond, settings.MessagesPerDay, settings.AuditDays, signingSecret);
}
