using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sendra.WebApi.Json;

internal sealed class StatedTextConverter : JsonConverter<StatedText>
{
    public override bool HandleNull => true;

    public override StatedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.TokenType == JsonTokenType.Null ? null : TextConverter.ReadText(ref reader, "must be text or null"));

    public override void Write(Utf8JsonWriter writer, StatedText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
