using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.Contacts;

/// <summary>
/// What an event says about its contact: absent keys change nothing, null clears, keys that are not declared or
/// whose value has the wrong type are left out and named in <see cref="Warnings"/> (E4).
/// </summary>
public sealed class ContactPatch
{
    /// <summary>How many undeclared keys have a warning each; one more names all others.</summary>
    public const int MaxUndeclaredWarnings = 100;

    /// <summary>Says nothing.</summary>
    public static readonly ContactPatch Empty = new([], []);

    private ContactPatch(IReadOnlyList<KeyValuePair<string, JsonElement>> values, IReadOnlyList<ContactWarning> warnings)
    {
        Values = values;
        Warnings = warnings;
    }

    /// <summary>True when it sets or clears anything.</summary>
    public bool HasValues => Values.Count > 0;

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
        var undeclared = 0;
        var others = new List<string>();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            var name = property.Name;
            if (IsUndeclared(name, fields) && ++undeclared > MaxUndeclaredWarnings)
            {
                others.Add(name);
            }
            else if (Warn(name, property.Value, fields) is { } warning)
            {
                warnings.Add(warning);
            }
            else
            {
                values.Add(new(name, property.Value.Clone()));
            }
        }

        // There may be tens of thousands: all are named (E4), but a warning for each would cost far more than the keys.
        if (others.Count > 0)
        {
            warnings.Add(new ContactWarning(
                "contactProperties", "undeclared", $"{others.Count} more aren't declared custom fields and were skipped: {string.Join(", ", others)}."));
        }

        return new ContactPatch(values, warnings);
    }

    /// <summary>What an event of the past says about its contact: nothing of it is applied, since it may no longer be so (E12).</summary>
    public static ContactPatch OfHistory(RawJson? properties) => properties is null
        ? Empty
        : new ContactPatch([], [new ContactWarning("contactProperties", "history", "contactProperties of history are kept with the event and not applied.")]);

    private static bool IsUndeclared(string name, IReadOnlyDictionary<string, CustomField> fields) =>
        !Contact.IsNameProperty(name) && !fields.ContainsKey(name);

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
            return new ContactWarning(path, "undeclared", $"{name} isn't a declared custom field and was skipped.");
        }

        return value.ValueKind == JsonValueKind.Null || field.Accepts(value, out var mismatch)
            ? null
            : new ContactWarning(path, "invalidValue", $"{name} {mismatch}; it was left unchanged.");
    }
}
