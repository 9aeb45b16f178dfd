using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sendra.Client.Json;

/// <summary>Writes what a caller puts into a request as that type is written on the web, with its nulls; read, it is a JsonElement.</summary>
internal sealed class FreeJsonConverter : JsonConverter<object>
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = ApiJson.Options.Encoder };

    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, value.GetType(), Web);
}
