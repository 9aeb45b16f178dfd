using System.Text;

namespace Sendra.Cli.Importing;

/// <summary>A part of a file of contacts, which Sendra takes as a file of its own.</summary>
/// <param name="header">The line that names the columns; null for NDJSON.</param>
internal sealed class ContactPart(string? header)
{
    // Sendra takes 100 MiB and a million lines, and stores a part before it saves it.
    private const int MaxLines = 20_000;
    private const int MaxBytes = 16 * 1024 * 1024;

    private readonly MemoryStream _file = Begin(header);
    private readonly List<long> _sources = header is null ? [] : [1];
    private readonly List<RejectedLine> _rejected = [];

    /// <summary>Lines that aren't sent.</summary>
    public IReadOnlyList<RejectedLine> Rejected => _rejected;

    public int Lines { get; private set; }

    public long FirstLine { get; private set; }

    public long LastLine { get; private set; }

    public bool IsEmpty => Lines + _rejected.Count == 0;

    public bool IsFull => Lines + _rejected.Count >= MaxLines || _file.Length >= MaxBytes;

    public void Add(SourceLine line)
    {
        Note(line.Number);
        if (line.Problem is not null)
        {
            _rejected.Add(new RejectedLine(line.Number, line.Problem, line.Text));
            return;
        }

        Lines++;
        _file.Write(Encoding.UTF8.GetBytes(line.Text));
        _file.WriteByte((byte)'\n');

        // A record that spans lines is named by its first.
        _sources.AddRange(Enumerable.Repeat(line.Number, 1 + line.Text.AsSpan().Count('\n')));
    }

    /// <summary>The file, from its beginning.</summary>
    public Stream Open()
    {
        _file.Position = 0;
        return _file;
    }

    /// <summary>Where a line of the part is in the whole file.</summary>
    public long SourceOf(int line) => line >= 1 && line <= _sources.Count ? _sources[line - 1] : LastLine;

    private static MemoryStream Begin(string? header)
    {
        var file = new MemoryStream();
        file.Write(Encoding.UTF8.GetBytes(header is null ? "" : $"{header}\n"));
        return file;
    }

    private void Note(long line) => (FirstLine, LastLine) = (FirstLine == 0 ? line : FirstLine, line);
}
