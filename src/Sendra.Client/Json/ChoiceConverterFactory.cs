using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sendra.Client.Json;

/// <summary>Writes the client's enums as the API does. Those of whoever uses it are their own.</summary>
internal sealed class ChoiceConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum && typeToConvert.Assembly == typeof(ChoiceConverterFactory).Assembly;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ChoiceConverter<>).MakeGenericType(typeToConvert))!;
}
