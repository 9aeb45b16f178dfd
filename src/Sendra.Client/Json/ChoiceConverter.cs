using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sendra.Client.Json;

/// <summary>Writes an enum by its name, and reads a name that is newer than this client as the first value, which stands for it.</summary>
internal sealed class ChoiceConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? ChoiceNames<T>.Read(reader.GetString()!) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(ChoiceNames<T>.Of(value));

    // As the key of a map.
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ChoiceNames<T>.Read(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(ChoiceNames<T>.Of(value));
}
