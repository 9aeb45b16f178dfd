using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Automations;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Persistence.Auditing;

/// <summary>What was changed of a row, by the names of the API.</summary>
internal static class AuditChanges
{
    // What follows from a change by itself.
    private static readonly HashSet<string> Following =
    [
        "awaitedEvents", JsonNamingPolicy.CamelCase.ConvertName(nameof(Automation.MailNeeds)), JsonNamingPolicy.CamelCase.ConvertName(nameof(Automation.UpdatedAt)),
        JsonNamingPolicy.CamelCase.ConvertName(nameof(Workspace.RulesVersion)),
    ];

    /// <summary>Their names.</summary>
    /// <param name="without">A property that is told in another way.</param>
    public static IReadOnlyList<AuditChange> Of(EntityEntry entry, string? without = null) =>
        [.. Changed(entry).Where(property => property.Metadata.Name != without).Select(property => new AuditChange(NameOf(property)))];

    /// <summary>Their names and what they were and are, where they are plain settings.</summary>
    public static IReadOnlyList<AuditChange> WithValues(EntityEntry entry) =>
        [.. Changed(entry).Select(property => new AuditChange(NameOf(property), TextOf(property.OriginalValue), TextOf(property.CurrentValue)))];

    // What has no property of its own, such as secrets, is told by those who change it.
    private static IEnumerable<PropertyEntry> Changed(EntityEntry entry) => entry.Properties
        .Where(property => property.IsModified && !property.Metadata.IsShadowProperty() && !Following.Contains(NameOf(property)));

    // A private list is shown under its own name, and a version means other steps.
    private static string NameOf(PropertyEntry property) => property.Metadata.Name switch
    {
        nameof(Automation.Version) => "content",
        var name => JsonNamingPolicy.CamelCase.ConvertName(name.TrimStart('_')),
    };

    private static string? TextOf(object? value) => value switch
    {
        string text => text,
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
