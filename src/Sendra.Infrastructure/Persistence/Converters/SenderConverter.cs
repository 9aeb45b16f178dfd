using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>A sender as JSON text.</summary>
internal sealed partial class SenderConverter() : ValueConverter<Sender, string>(sender => Write(sender), text => Read(text))
{
    private static string Write(Sender sender) => JsonSerializer.Serialize(sender.ToText(), SenderJson.Default.SenderText);

    private static Sender Read(string text) =>
        Sender.TryCreate(JsonSerializer.Deserialize(text, SenderJson.Default.SenderText)!, [], out var sender)
            ? sender
            : throw new FormatException("A stored sender can't be read.");

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(SenderText))]
    private sealed partial class SenderJson : JsonSerializerContext;
}
