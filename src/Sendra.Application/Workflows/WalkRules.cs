using NodaTime;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Workflows;

/// <summary>The workspace settings that a walk uses.</summary>
/// <param name="CustomFields">The declared custom fields by name.</param>
/// <param name="Zone">The workspace's time zone.</param>
/// <param name="ContactZoneField">The custom field that holds a contact's time zone, or null.</param>
public sealed record WalkRules(IReadOnlyDictionary<string, CustomField> CustomFields, DateTimeZone Zone, string? ContactZoneField = null)
{
    /// <summary>The settings of a new workspace.</summary>
    public static readonly WalkRules Default = new(new Dictionary<string, CustomField>(), DateTimeZone.Utc);
}
