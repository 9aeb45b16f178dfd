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
    private static readonly byte[] End = "]}"u8.ToArray();

    private readonly ArrayBufferWriter<byte> _events = new();
    private readonly List<int> _starts = [];
    private readonly List<SourceLine> _lines = [];
    private readonly List<RejectedLine> _rejected = [];

    public int Lane => lane;

    /// <summary>The lines of its events.</summary>
    public IReadOnlyList<SourceLine> Lines => _lines;

    /// <summary>The lines that are no events.</summary>
    public IReadOnlyList<RejectedLine> Rejected => _rejected;

    /// <summary>The last line that it has.</summary>
    public long LastLine { get; private set; }

    public bool IsFull => _lines.Count + _rejected.Count >= MaxEvents || _events.WrittenCount >= MaxBytes;

    public bool IsEmpty => _lines.Count + _rejected.Count == 0;

    public void Add(SourceLine line, ReadOnlySpan<byte> json)
    {
        LastLine = line.Number;
        _lines.Add(line);
        _starts.Add(_events.WrittenCount);
        _events.Write(json);
        _events.Write(","u8);
    }

    public void Reject(SourceLine line, string problem)
    {
        LastLine = line.Number;
        _rejected.Add(new RejectedLine(line.Number, problem, line.Text));
    }

    /// <summary>The body of a call that sends some of its events.</summary>
    public byte[] BodyOf(int first, int count)
    {
        var end = first + count == _lines.Count ? _events.WrittenCount : _starts[first + count];
        var events = _events.WrittenSpan[_starts[first]..(end - 1)];
        return [.. Begin, .. events, .. End];
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
}
