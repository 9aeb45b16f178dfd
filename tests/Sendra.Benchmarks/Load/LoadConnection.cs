using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sendra.Benchmarks.Load;

/// <summary>One connection with at most one call under way.</summary>
internal sealed class LoadConnection : IDisposable
{
    private static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;

    private byte[] _buffer = new byte[4096];
    private int _length;
    private long _sentAt;

    public LoadConnection(Uri server)
    {
        Socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(IPAddress.Parse(server.Host), server.Port);
    }

    public Socket Socket { get; }

    /// <summary>How long ago the call was sent.</summary>
    public TimeSpan Waited => Stopwatch.GetElapsedTime(_sentAt);

    /// <summary>Sends a call.</summary>
    public void Send(ReadOnlySpan<byte> call)
    {
        _length = 0;
        _sentAt = Stopwatch.GetTimestamp();
        while (call.Length > 0)
        {
            call = call[Socket.Send(call)..];
        }
    }

    /// <summary>Reads what has come; the answer once it is complete.</summary>
    /// <exception cref="InvalidOperationException">The answer is neither 2xx nor 503 with Retry-After.</exception>
    public Answer? Receive()
    {
        if (_length == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var received = Socket.Receive(_buffer.AsSpan(_length));
        _length += received;
        var head = _buffer.AsSpan(0, _length).IndexOf(EndOfHead);
        if (received == 0)
        {
            throw new InvalidOperationException("The server closed a connection before its answer was complete.");
        }

        if (head < 0 || Encoding.ASCII.GetString(_buffer, 0, head + 2) is not { } text || !TryReadBody(text, _buffer.AsSpan(head + 4, _length - head - 4), out var body))
        {
            return null;
        }

        return text.StartsWith("HTTP/1.1 2", StringComparison.Ordinal) ? Answer.Read(body)
            : text.StartsWith("HTTP/1.1 503", StringComparison.Ordinal) && text.Contains("\r\nRetry-After:", StringComparison.OrdinalIgnoreCase)
                ? new Answer(0, 0, 0, Refused: 1)
            : throw new InvalidOperationException($"An answer was not 2xx: {Encoding.UTF8.GetString(_buffer, 0, Math.Min(_length, 2000))}");
    }

    public void Dispose() => Socket.Dispose();

    private static bool TryReadBody(string head, Span<byte> rest, out ReadOnlySpan<byte> body)
    {
        const string Length = "\r\nContent-Length: ";
        if (head.IndexOf(Length, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            var from = at + Length.Length;
            var length = int.Parse(head.AsSpan(from, head.IndexOf('\r', from) - from), CultureInfo.InvariantCulture);
            body = rest[..Math.Min(length, rest.Length)];
            return rest.Length >= length;
        }

        if (!head.Contains("\r\nTransfer-Encoding: chunked\r\n", StringComparison.OrdinalIgnoreCase))
        {
            body = default;
            return true;
        }

        body = rest.EndsWith("0\r\n\r\n"u8) ? Join(rest) : default;
        return !body.IsEmpty || rest.SequenceEqual("0\r\n\r\n"u8);
    }

    // Moves the chunks together.
    private static ReadOnlySpan<byte> Join(Span<byte> chunks)
    {
        var joined = 0;
        for (var at = 0; Utf8Parser.TryParse(chunks[at..], out int size, out var digits, 'X') && size > 0;)
        {
            var data = chunks.Slice(at + digits + 2, size);
            data.CopyTo(chunks[joined..]);
            joined += size;
            at += digits + 2 + size + 2;
        }

        return chunks[..joined];
    }
}
