using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.WebApi.Json;

/// <summary>
/// Reads any JSON value and keeps its text. Refuses what is too deep, has a key twice, or is no Unicode. Its
/// size is for validators to judge. The value <c>null</c> of a nullable field is absence.
/// </summary>
internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Check(reader);
        try
        {
            var elements = (JsonConverter<JsonElement>)options.GetConverter(typeof(JsonElement));
            var value = elements.Read(ref reader, typeof(JsonElement), options);
            return new RawJson(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)));
        }
        catch (JsonException)
        {
            // Check has read all of it, so that only this can be wrong.
            throw new UnfitJsonException("must not have the same key twice in an object");
        }
    }

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Text, skipInputValidation: true);

    // The reader is a copy: this looks ahead, before anything is kept of a value that is too deep.
    private static void Check(Utf8JsonReader reader)
    {
        var outside = reader.CurrentDepth;
        do
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth - outside >= ReceivedEvent.MaxPropertiesDepth:
                    throw new UnfitJsonException($"must not be nested deeper than {ReceivedEvent.MaxPropertiesDepth} levels");

                // Escapes can spell half of a surrogate pair, which throws here.
                case JsonTokenType.String or JsonTokenType.PropertyName when reader.ValueIsEscaped:
                    reader.GetString();
                    break;
            }
        }
        while ((reader.CurrentDepth > outside || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && reader.Read());
    }
}
