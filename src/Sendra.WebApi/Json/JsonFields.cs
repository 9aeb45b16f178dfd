using System.Buffers;
using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Json;

/// <summary>Puts fields that were read one by one into an object again.</summary>
internal static class JsonFields
{
    /// <summary>The object, each value as it was sent; null when there are no fields.</summary>
    /// <exception cref="FluentValidation.ValidationException">A value is not what any JSON of a call must be: too deep, say, or no Unicode.</exception>
    public static RawJson? ToObject(IEnumerable<KeyValuePair<string, JsonElement>> fields)
    {
        var text = new ArrayBufferWriter<byte>();
        var isEmpty = true;
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder, SkipValidation = true }))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                isEmpty = false;
                json.WritePropertyName(name);
                json.WriteRawValue(value.GetRawText(), skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        return isEmpty ? null : (RawJson)JsonBody.Read(text.WrittenSpan, typeof(RawJson));
    }
}
