using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Sendra.Cli.Importing;

/// <summary>Lines that are sent together: some of one lane, in order.</summary>
/// <param name="lane">The lane.</param>
internal sealed class EventChunk(int lane)
{
    /// <summary>The most events. Small enough for Sendra to take in one commit or two.</summary>
    public const int MaxEvents = 500;

    private const int MaxBytes = 2 * 1024 * 1024;

    private static readonly byte[] Begin = "{\"events\":["u8.ToArray();
    private static readonly byte[] Between = ","u8.ToArray();
    private static readonly byte[] End = "]}"u8.ToArray();

    // The body of a call that sends all of it, as it grows.
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly List<int> _starts = [];
    private readonly List<SourceLine> _lines = [];
    private readonly List<RejectedLine> _rejected = [];
    private int _bytes;
    private bool _isWhole;

    /// <summary>The lane; lines of another one when it is used again.</summary>
    public int Lane { get; private set; } = lane;

    /// <summary>The lines of its events.</summary>
    public IReadOnlyList<SourceLine> Lines => _lines;

    /// <summary>The lines that are no events.</summary>
    public IReadOnlyList<RejectedLine> Rejected => _rejected;

    /// <summary>The last line that it has.</summary>
    public long LastLine { get; private set; }

    public bool IsFull => _lines.Count + _rejected.Count >= MaxEvents || _bytes >= MaxBytes;

    public bool IsEmpty => _lines.Count + _rejected.Count == 0;

    public void Add(SourceLine line, ReadOnlySpan<byte> json)
    {
        LastLine = line.Number;
        _body.Write(_lines.Count == 0 ? Begin : Between);
        _lines.Add(line);
        _starts.Add(_body.WrittenCount);
        _body.Write(json);
        _bytes += json.Length + 1;
    }

    public void Reject(SourceLine line, string problem)
    {
        LastLine = line.Number;
        _rejected.Add(new RejectedLine(line.Number, problem, line.Text));
    }

    /// <summary>The body of a call that sends some of its events.</summary>
    public ReadOnlyMemory<byte> BodyOf(int first, int count)
    {
        if (!_isWhole)
        {
            _body.Write(End);
            _isWhole = true;
        }

        if (count == _lines.Count)
        {
            return _body.WrittenMemory;
        }

        var end = first + count == _lines.Count ? _body.WrittenCount - End.Length : _starts[first + count] - Between.Length;
        return (byte[])[.. Begin, .. _body.WrittenSpan[_starts[first]..end], .. End];
    }

    /// <summary>
    /// The key of that call: by what is imported, which lines these are, and what they say. After a break the same lines make the same call.
    /// </summary>
    public string KeyOf(string import, int first, int count, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{import}\n{_lines[first].Number}-{_lines[first + count - 1].Number}\n"));
        hash.AppendData(body);
        return $"import-{Convert.ToHexStringLower(hash.GetHashAndReset())[..40]}";
    }

    /// <summary>Empties it once it is done, so that a long file doesn't need a new one for each part.</summary>
    public EventChunk Reuse(int lane)
    {
        (Lane, LastLine, _bytes, _isWhole) = (lane, 0, 0, false);
        _body.ResetWrittenCount();
        _starts.Clear();
        _lines.Clear();
        _rejected.Clear();
        return this;
    }
}
