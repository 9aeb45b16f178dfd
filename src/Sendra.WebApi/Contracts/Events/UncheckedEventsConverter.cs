using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Application.Events.SendEventBatch;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>Keeps the bytes of a batch's events, so that each can be read strictly on its own.</summary>
internal sealed class UncheckedEventsConverter : JsonConverter<IReadOnlyList<UncheckedEvent>>
{
    public override IReadOnlyList<UncheckedEvent> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new UnfitJsonException("must be a list");
        }

        var events = new List<UncheckedEvent>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            // One too many says enough. A body has room for millions, of which the others only have to be JSON.
            if (events.Count <= SendEventBatchCommand.MaxEvents)
            {
                using var document = JsonDocument.ParseValue(ref reader);
                events.Add(new UncheckedEvent(JsonMarshal.GetRawUtf8Value(document.RootElement).ToArray()));
            }
            else
            {
                reader.Skip();
            }
        }

        return events;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<UncheckedEvent> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var one in value)
        {
            writer.WriteRawValue(one.Utf8.Span, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }
}
