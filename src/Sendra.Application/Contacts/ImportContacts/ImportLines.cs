using System.Text;
using System.Text.Json;
using CsvHelper;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.ImportContacts;

/// <summary>Reads the lines of a chunk as contacts.</summary>
public static class ImportLines
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <param name="fields">The declared custom fields, by name: they say of which type a value is.</param>
    public static IEnumerable<ImportedContact> Read(ImportChunk chunk, ImportLayout layout, IReadOnlyDictionary<string, CustomField> fields) => layout.Format switch
    {
        ImportFormat.Csv => ReadCsv(chunk, layout, fields),
        ImportFormat.Ndjson => ReadNdjson(chunk, layout, fields),
    };

    private static IEnumerable<ImportedContact> ReadCsv(ImportChunk chunk, ImportLayout layout, IReadOnlyDictionary<string, CustomField> fields)
    {
        (int At, string Property)[] read = [.. layout.Columns.Index().Where(column => layout.Mapping.ContainsKey(column.Item)).Select(column => (column.Index, layout.Mapping[column.Item]))];
        using var parser = new CsvParser(new StringReader(chunk.Text), ImportReader.Csv(layout.Delimiter));
        while (parser.Read())
        {
            var cells = parser.Record ?? [];
            var contact = new Dictionary<string, string>();
            foreach (var (at, property) in read)
            {
                if (cells.ElementAtOrDefault(at) is { Length: > 0 } text)
                {
                    contact.TryAdd(property, JsonOf(text, fields.GetValueOrDefault(property)?.Type));
                }
            }

            yield return new ImportedContact(
                chunk.FirstLine + ImportReader.FirstRowOf(parser) - 1, parser.RawRecord.TrimEnd('\r', '\n'), Join(contact), null);
        }
    }

    private static IEnumerable<ImportedContact> ReadNdjson(ImportChunk chunk, ImportLayout layout, IReadOnlyDictionary<string, CustomField> fields)
    {
        var line = chunk.FirstLine - 1;
        foreach (var text in chunk.Text.Split('\n').SkipLast(1))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(text))
            {
                var contact = ReadJson(text, layout, fields, out var problem);
                yield return new ImportedContact(line, text.TrimEnd('\r'), contact, problem);
            }
        }
    }

    private static RawJson? ReadJson(string text, ImportLayout layout, IReadOnlyDictionary<string, CustomField> fields, out string? problem)
    {
        problem = null;
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problem = "The line must be a JSON object.";
                return null;
            }

            var contact = new Dictionary<string, string>();
            foreach (var property in document.RootElement.EnumerateObject())
            {
                Add(contact, property, layout, fields);

                // As exports have them.
                if (layout.Mapping.Count == 0 && property is { Name: "customFields", Value.ValueKind: JsonValueKind.Object })
                {
                    foreach (var field in property.Value.EnumerateObject())
                    {
                        Add(contact, field, layout, fields);
                    }
                }
            }

            return Join(contact);
        }
        catch (JsonException)
        {
            problem = "The line must be JSON, with no key twice.";
        }
        catch (InvalidOperationException)
        {
            // Escapes can spell half of a surrogate pair.
            problem = "The line must be valid Unicode.";
        }

        return null;
    }

    private static void Add(Dictionary<string, string> contact, JsonProperty property, ImportLayout layout, IReadOnlyDictionary<string, CustomField> fields)
    {
        var to = layout.Mapping.Count > 0 ? layout.Mapping.GetValueOrDefault(property.Name)
            : ImportMapping.Properties.Contains(property.Name, StringComparer.Ordinal) || fields.ContainsKey(property.Name) ? property.Name
            : null;
        if (to is not null)
        {
            contact.TryAdd(to, property.Value.ValueKind == JsonValueKind.String ? JsonSerializer.Serialize(property.Value.GetString()) : property.Value.GetRawText());
        }
    }

    // A cell is text. What is no value of its field goes on as it stands, and is named in a warning.
    private static string JsonOf(string cell, CustomFieldType? type) => type switch
    {
        CustomFieldType.Number when IsNumber(cell) => cell,
        CustomFieldType.Boolean when cell.Equals("true", StringComparison.OrdinalIgnoreCase) || cell.Equals("yes", StringComparison.OrdinalIgnoreCase) || cell == "1" => "true",
        CustomFieldType.Boolean when cell.Equals("false", StringComparison.OrdinalIgnoreCase) || cell.Equals("no", StringComparison.OrdinalIgnoreCase) || cell == "0" => "false",
        _ => JsonSerializer.Serialize(cell),
    };

    private static bool IsNumber(string cell)
    {
        try
        {
            return JsonElement.Parse(cell).ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static RawJson Join(Dictionary<string, string> contact)
    {
        var json = new StringBuilder("{");
        foreach (var (property, value) in contact)
        {
            json.Append(json.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(property)).Append(':').Append(value);
        }

        return new RawJson(json.Append('}').ToString());
    }
}
