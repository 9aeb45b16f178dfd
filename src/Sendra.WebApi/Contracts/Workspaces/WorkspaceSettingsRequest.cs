using Sendra.Application.Common;
using Sendra.Application.Workspaces.ChangeWorkspaceSettings;

namespace Sendra.WebApi.Contracts.Workspaces;

/// <summary>Settings to change; what is absent stays as it is.</summary>
public sealed record WorkspaceSettingsRequest
{
    private readonly Change<int?>? _retentionDays;
    private readonly Change<string?>? _timeZone;
    private readonly Change<string?>? _contactTimeZoneField;

    /// <summary>How long events are kept, in days from 1 to 3,650; null to keep them for good.</summary>
    public int? RetentionDays
    {
        get => _retentionDays?.To;
        init => _retentionDays = new(value);
    }

    /// <summary>Whose days and months count, by its name in the tz database: <c>Europe/Berlin</c>.</summary>
    public string? TimeZone
    {
        get => _timeZone?.To;
        init => _timeZone = new(value);
    }

    /// <summary>
    /// The custom field, of type text, that holds a contact's own time zone; null for none. A zone that is missing there or
    /// not known reads as the workspace's.
    /// </summary>
    public string? ContactTimeZoneField
    {
        get => _contactTimeZoneField?.To;
        init => _contactTimeZoneField = new(value);
    }

    internal ChangeWorkspaceSettingsCommand ToCommand() => new(_retentionDays, _timeZone, _contactTimeZoneField);
}
