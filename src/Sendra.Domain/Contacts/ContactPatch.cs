using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.Contacts;

/// <summary>
/// What an event says about its contact: absent keys change nothing, null clears, keys that are not declared or
/// whose value has the wrong type are left out and named in <see cref="Warnings"/> (E4).
/// </summary>
public sealed class ContactPatch
{
    /// <summary>Says nothing.</summary>
    public static readonly ContactPatch Empty = new([], []);

    private ContactPatch(IReadOnlyList<KeyValuePair<string, JsonElement>> values, IReadOnlyList<ContactWarning> warnings)
    {
        Values = values;
        Warnings = warnings;
    }

    /// <summary>What was left out.</summary>
    public IReadOnlyList<ContactWarning> Warnings { get; }

    /// <summary>Names and custom fields with their new values; a JSON null clears.</summary>
    internal IReadOnlyList<KeyValuePair<string, JsonElement>> Values { get; }

    /// <summary>Reads <c>contactProperties</c>.</summary>
    /// <param name="properties">A JSON object, or null for none.</param>
    /// <param name="fields">The workspace's declared custom fields by name.</param>
    public static ContactPatch Read(RawJson? properties, IReadOnlyDictionary<string, CustomField> fields)
    {
        if (properties is not { } json)
        {
            return Empty;
        }

        using var document = JsonDocument.Parse(json.Text);
        var values = new List<KeyValuePair<string, JsonElement>>();
        var warnings = new List<ContactWarning>();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (Warn(property.Name, property.Value, fields) is { } warning)
            {
                warnings.Add(warning);
            }
            else
            {
                values.Add(new(property.Name, property.Value.Clone()));
            }
        }

        return new ContactPatch(values, warnings);
    }

    private static ContactWarning? Warn(string name, JsonElement value, IReadOnlyDictionary<string, CustomField> fields)
    {
        var path = $"contactProperties.{name}";
        if (Contact.IsNameProperty(name))
        {
            return value.ValueKind == JsonValueKind.Null || ContactText.Problem(value, Contact.MaxNameLength) is not { } problem
                ? null
                : new ContactWarning(path, "invalidValue", $"{name} {problem}; it was left unchanged.");
        }

        if (!fields.TryGetValue(name, out var field))
        {
            return new ContactWarning(path, "undeclared", $"{name} is no declared custom field; it was left out.");
        }

        return value.ValueKind == JsonValueKind.Null || field.Accepts(value, out var mismatch)
            ? null
            : new ContactWarning(path, "invalidValue", $"{name} {mismatch}; it was left unchanged.");
    }
}
