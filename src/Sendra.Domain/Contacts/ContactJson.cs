using System.Buffers;
using System.Text.Json;

namespace Sendra.Domain.Contacts;

/// <summary>A contact as conditions and texts see it: one flat JSON object, without what is not set.</summary>
public static class ContactJson
{
    /// <param name="fields">The declared custom fields by name; values of others are left out.</param>
    public static JsonElement Of(Contact contact, IReadOnlyDictionary<string, CustomField> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            Write(json, "email", contact.Email);
            Write(json, "firstName", contact.FirstName);
            Write(json, "lastName", contact.LastName);
            Write(json, "name", contact.Name);
            Write(json, "externalId", contact.ExternalId);
            foreach (var value in JsonElement.Parse(contact.CustomFields.DeclaredIn(fields).Json.Text).EnumerateObject())
            {
                // A field may have been declared by this name before contacts had ids.
                if (contact.ExternalId is null || !value.NameEquals("externalId"))
                {
                    value.WriteTo(json);
                }
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
