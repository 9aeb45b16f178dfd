using System.Buffers;
using System.Text.Json;

namespace Sendra.WebApi.Json;

/// <summary>Writes values as JSON, each on one line. Uses its buffer again and again; not thread-safe.</summary>
internal sealed class JsonLine : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public JsonLine() => _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder, SkipValidation = true });

    /// <summary>One value; good until the next call.</summary>
    public ReadOnlyMemory<byte> Write<T>(T value)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        JsonSerializer.Serialize(_json, value, ApiJson.Options);
        _json.Flush();
        return OneLine(_buffer);
    }

    public void Dispose() => _json.Dispose();

    // Raw JSON stands as it was sent. Line breaks in them are between tokens: inside a string JSON has only escapes.
    private static ReadOnlyMemory<byte> OneLine(ArrayBufferWriter<byte> buffer)
    {
        var written = buffer.WrittenMemory;
        if (written.Span.ContainsAny((byte)'\r', (byte)'\n'))
        {
            var line = written.ToArray();
            line.AsSpan().ReplaceAny(LineBreaks, (byte)' ');
            return line;
        }

        return written;
    }

    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);
}
