using System.Runtime.InteropServices;
using System.Text.Json;

namespace Sendra.Cli.Importing;

/// <summary>Events in NDJSON: one object in each line, as <c>/api/events/send</c> takes it, or as an export wrote it.</summary>
/// <param name="lines">The lines.</param>
/// <param name="mapping">Which key becomes which field.</param>
/// <param name="eventName">The name of events that have none.</param>
/// <param name="isHistory">Whether they fill in the past.</param>
internal sealed class NdjsonEvents(LineReader lines, IReadOnlyDictionary<string, string> mapping, string? eventName, bool isHistory) : IEventLines
{
    public SourceLine? Read()
    {
        while (lines.Read() is { } line)
        {
            if (line.Problem is not null || !string.IsNullOrWhiteSpace(line.Text))
            {
                return line;
            }
        }

        return null;
    }

    public string? Write(SourceLine line, Utf8JsonWriter json, out string person)
    {
        person = "";
        try
        {
            using var document = JsonDocument.Parse(line.Text, new JsonDocumentOptions { MaxDepth = 128, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return "The line must be a JSON object.";
            }

            return Write(document.RootElement, json, out person);
        }
        catch (JsonException)
        {
            return "The line must be JSON, with no key twice.";
        }
        catch (InvalidOperationException)
        {
            // Escapes can spell half of a surrogate pair.
            return "The line must be valid Unicode.";
        }
    }

    private string? Write(JsonElement line, Utf8JsonWriter json, out string person)
    {
        var isExport = line.TryGetProperty("receivedAt", out _) && line.TryGetProperty("contactId", out _);
        var (hasName, email, externalId) = (false, "", "");
        json.WriteStartObject();
        foreach (var property in line.EnumerateObject())
        {
            var name = mapping.TryGetValue(property.Name, out var target) ? target : isExport ? NameInExport(property.Name) : property.Name;
            if (name is null or "-" || (name == "history" && isHistory) || (isExport && property.Value.ValueKind == JsonValueKind.Null))
            {
                continue;
            }

            hasName |= name == "eventName";
            email = name == "email" && property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : email;
            externalId = name == "externalId" && property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : externalId;
            json.WritePropertyName(name);
            json.WriteRawValue(JsonMarshal.GetRawUtf8Value(property.Value), skipInputValidation: true);
        }

        if (!hasName && eventName is not null)
        {
            json.WriteString("eventName", eventName);
        }

        if (isHistory)
        {
            json.WriteBoolean("history", true);
        }

        json.WriteEndObject();
        person = email.Length > 0 ? email : externalId;
        return null;
    }

    private static string? NameInExport(string name) => name switch
    {
        "eventName" or "email" or "occurredAt" => name,
        "properties" => "eventProperties",
        _ => null,
    };
}
