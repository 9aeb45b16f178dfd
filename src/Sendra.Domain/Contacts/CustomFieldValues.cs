using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.Contacts;

/// <summary>A contact's custom field values as one JSON object, in the order in which they were first set.</summary>
/// <param name="Json">The object; numbers keep the digits that were sent.</param>
public readonly record struct CustomFieldValues(RawJson Json)
{
    /// <summary>No values.</summary>
    public static readonly CustomFieldValues None = new(new RawJson("{}"));

    /// <summary>
    /// The values of the fields that are declared now. Values of a deleted field are kept but not shown; they show
    /// again when a field of that name and a type that fits is declared.
    /// </summary>
    /// <param name="fields">The workspace's declared fields by name.</param>
    public CustomFieldValues DeclaredIn(IReadOnlyDictionary<string, CustomField> fields)
    {
        using var current = JsonDocument.Parse(Json.Text);
        return new CustomFieldValues(new RawJson(Write(current.RootElement.EnumerateObject()
            .Where(property => fields.TryGetValue(property.Name, out var field) && field.Accepts(property.Value, out _))
            .Select(property => KeyValuePair.Create(property.Name, property.Value)))));
    }

    /// <summary>The same values with one set, or cleared by a JSON null.</summary>
    /// <param name="name">A declared field.</param>
    /// <param name="value">A value that the field accepts, or a JSON null.</param>
    internal CustomFieldValues With(string name, JsonElement value)
    {
        using var current = JsonDocument.Parse(Json.Text);
        var values = current.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
        if (value.ValueKind == JsonValueKind.Null)
        {
            values.Remove(name);
        }
        else
        {
            values[name] = value;
        }

        return new CustomFieldValues(new RawJson(Write(values)));
    }

    // Names are ASCII letters, digits and _: nothing to escape.
    private static string Write(IEnumerable<KeyValuePair<string, JsonElement>> values) =>
        $"{{{string.Join(',', values.Select(pair => $"\"{pair.Key}\":{pair.Value.GetRawText()}"))}}}";
}
