using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sendra.WebApi.Json;

/// <summary>Reads text, and says of anything else what is wrong with it: the serializer's own words are the same for a number and for broken Unicode.</summary>
/// <param name="expected">What is to stand there, as the end of a sentence that begins with the field's name.</param>
internal class TextConverter(string expected) : JsonConverter<string>
{
    public TextConverter()
        : this("must be text")
    {
    }

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadText(ref reader, expected);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>The text that stands there.</summary>
    /// <exception cref="UnfitJsonException">There is none.</exception>
    public static string? ReadText(ref Utf8JsonReader reader, string expected)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new UnfitJsonException(expected);
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new UnfitJsonException("must be valid Unicode: half of a surrogate pair stands alone");
        }
    }
}
