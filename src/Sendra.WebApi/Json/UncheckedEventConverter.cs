using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.WebApi.Contracts.Events;

namespace Sendra.WebApi.Json;

/// <summary>Keeps the bytes of a batch's events for a strict reading of each alone.</summary>
internal sealed class UncheckedEventConverter : JsonConverter<UncheckedEvent>
{
    public override UncheckedEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new UncheckedEvent(JsonMarshal.GetRawUtf8Value(document.RootElement).ToArray());
    }

    public override void Write(Utf8JsonWriter writer, UncheckedEvent value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}
