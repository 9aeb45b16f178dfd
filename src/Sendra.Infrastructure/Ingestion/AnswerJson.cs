using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Application.Ingestion;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>How first answers are kept with their keys (E8).</summary>
internal static partial class AnswerJson
{
    // Of a single event, compressing would cost more than the bytes that it saves.
    private const int CompressFrom = 4_096;

    // How GZip begins, and JSON doesn't, which short answers are, and those of earlier versions. Deflate, as KeptText writes it, may begin like JSON.
    private const byte Compressed = 0x1f;

    public static byte[] Write(IngestionAnswer answer)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(answer, Context.Default.IngestionAnswer);
        if (json.Length < CompressFrom)
        {
            return json;
        }

        using var buffer = new MemoryStream();
        using (var compressed = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            compressed.Write(json);
        }

        return buffer.ToArray();
    }

    public static IngestionAnswer Read(byte[] kept)
    {
        using Stream bytes = kept[0] == Compressed ? new GZipStream(new MemoryStream(kept), CompressionMode.Decompress) : new MemoryStream(kept);
        return JsonSerializer.Deserialize(bytes, Context.Default.IngestionAnswer)!;
    }

    [JsonSourceGenerationOptions(Converters = [typeof(TypedIdJsonConverter)])]
    [JsonSerializable(typeof(IngestionAnswer))]
    private sealed partial class Context : JsonSerializerContext;
}
