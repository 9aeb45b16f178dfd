using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sendra.WebApi.Json;

/// <summary>Reads text where clients write numbers, too: ids most of all.</summary>
internal sealed class LooseTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.Number
        ? Encoding.UTF8.GetString(reader.ValueSpan)
        : TextConverter.ReadText(ref reader, "must be text or a number");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
