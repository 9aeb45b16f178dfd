using System.Buffers;
using System.Text.Json;
using Sendra.Application.Events;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Events;

/// <summary>Writes events as the log's items, each on one line. Uses its buffer again and again; not thread-safe.</summary>
internal sealed class EventLine : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public EventLine() => _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder, SkipValidation = true });

    /// <summary>One event; good until the next call.</summary>
    public ReadOnlyMemory<byte> Write(LoggedEvent logged)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        JsonSerializer.Serialize(_json, logged.ToResponse(), ApiJson.Options);
        _json.Flush();
        return OneLine(_buffer);
    }

    public void Dispose() => _json.Dispose();

    // Properties stand as they were sent. Line breaks in them are between tokens: inside a string JSON has only escapes.
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
