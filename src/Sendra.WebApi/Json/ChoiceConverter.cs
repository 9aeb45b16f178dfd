using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sendra.WebApi.Json;

/// <summary>
/// Reads and writes the names of choices, like <c>oncePerContact</c>: one name, as .NET's own converter does not insist,
/// which takes "draft,active" for the bits of both, and so for a third choice.
/// </summary>
internal sealed class ChoiceConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(OfEnum<>).MakeGenericType(typeToConvert))!;

    private sealed class OfEnum<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly FrozenDictionary<T, JsonEncodedText> Names =
            ChoiceNames.Of(typeof(T)).ToFrozenDictionary(choice => (T)choice.Value, choice => JsonEncodedText.Encode(choice.Key));

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ChoiceNames.Of(typeof(T)).TryGetValue(reader.GetString()!, out var value)
                ? (T)value
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Names[value]);
    }
}
