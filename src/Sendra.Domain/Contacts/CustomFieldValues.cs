using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.Contacts;

/// <summary>A contact's custom field values as one JSON object, in the order in which they were first set.</summary>
/// <param name="Json">The object; numbers keep the digits that were sent.</param>
public readonly record struct CustomFieldValues(RawJson Json)
{
    /// <summary>No values.</summary>
    public static readonly CustomFieldValues None = new(new RawJson("{}"));

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
    private static string Write(Dictionary<string, JsonElement> values) =>
        $"{{{string.Join(',', values.Select(pair => $"\"{pair.Key}\":{pair.Value.GetRawText()}"))}}}";
}
