using Sendra.Cli.Common;

namespace Sendra.Cli.Importing;

/// <summary>Cuts a file of contacts into parts. What the lines mean, Sendra says.</summary>
internal sealed class ContactLines
{
    private readonly Func<SourceLine?> _read;
    private readonly string? _header;

    public ContactLines(LineReader lines, bool isCsv)
    {
        if (!isCsv)
        {
            _read = lines.Read;
            return;
        }

        _header = lines.Read() is { Problem: null } header && !string.IsNullOrWhiteSpace(header.Text)
            ? header.Text
            : throw new FailedException("The file must begin with a line that names the columns.");
        _read = new CsvRecords(lines, CsvRecords.DelimiterOf(_header)).Read;
    }

    /// <summary>The next part; null at the end.</summary>
    /// <param name="after">Lines up to this one are passed over.</param>
    /// <param name="pass">Told of each of them.</param>
    public ContactPart? Read(long after, Action pass)
    {
        var part = new ContactPart(_header);
        while (!part.IsFull && _read() is { } line)
        {
            if (line.Problem is null && string.IsNullOrWhiteSpace(line.Text))
            {
                continue;
            }

            if (line.Number <= after)
            {
                pass();
                continue;
            }

            part.Add(line);
        }

        return part.IsEmpty ? null : part;
    }
}
