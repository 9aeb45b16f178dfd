using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Workspaces.ChangeWorkspaceSettings;

/// <summary>Changes the current workspace's settings; what is null stays as it is.</summary>
/// <param name="RetentionDays">How long events are kept, in days; null for good (L3).</param>
/// <param name="TimeZone">Whose days and months count, by its name in the tz database.</param>
/// <param name="ContactTimeZoneField">The custom field that holds a contact's time zone, or null for none.</param>
public sealed record ChangeWorkspaceSettingsCommand(
    Change<int?>? RetentionDays, Change<string?>? TimeZone, Change<string?>? ContactTimeZoneField) : IRequest<WorkspaceSettings>;
