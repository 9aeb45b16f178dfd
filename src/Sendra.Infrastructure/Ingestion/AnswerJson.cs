using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Application.Ingestion;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>How first answers are kept with their keys (E8).</summary>
internal static partial class AnswerJson
{
    public static string Write(IngestionAnswer answer) => JsonSerializer.Serialize(answer, Context.Default.IngestionAnswer);

    public static IngestionAnswer Read(string text) => JsonSerializer.Deserialize(text, Context.Default.IngestionAnswer)!;

    [JsonSourceGenerationOptions(Converters = [typeof(TypedIdJsonConverter)])]
    [JsonSerializable(typeof(IngestionAnswer))]
    private sealed partial class Context : JsonSerializerContext;
}
