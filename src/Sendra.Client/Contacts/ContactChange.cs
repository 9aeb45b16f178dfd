using System.Text.Json.Serialization;
using Sendra.Client.Common;

namespace Sendra.Client.Contacts;

/// <summary>A contact to create, or what changes about one. What isn't assigned stays as it is; null clears.</summary>
public sealed record ContactChange
{
    /// <summary>One email address. It tells which contact this is, and can't be changed.</summary>
    public string? Email { get; init; }

    /// <summary>The id that your own system gives to this person: 1 to 255 characters, unique in the workspace.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ExternalId { get; init; }

    /// <summary>First name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> FirstName { get; init; }

    /// <summary>Last name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> LastName { get; init; }

    /// <summary>Full name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }

    /// <summary>
    /// Declared custom fields by name: text, a number, true or false, or null to clear. What is unknown or of the wrong type is left out and
    /// named in the answer's <see cref="Contact.Warnings"/>.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? CustomFields { get; init; }
}
