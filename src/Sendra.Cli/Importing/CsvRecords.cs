using System.Text;

namespace Sendra.Cli.Importing;

/// <summary>
/// Splits CSV into records (RFC 4180), and finds its way back after a quotation mark that is missing: only the line that it is missing in is
/// lost. Libraries read on to the next mark, perhaps to the end of the file.
/// </summary>
/// <param name="lines">The lines.</param>
/// <param name="delimiter">What stands between fields.</param>
internal sealed class CsvRecords(LineReader lines, char delimiter)
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    // A field with more line breaks than this is rather one whose end is missing.
    private const int MaxLines = 1_000;

    private const string Misplaced = "A quotation mark is in the wrong place. Inside a field in quotes it is written twice.";
    private const string Missing = "A quotation mark is missing: the field that begins with one never ends.";

    private readonly LinkedList<SourceLine> _readAgain = new();

    /// <summary>The delimiter that a header uses: the first of comma, semicolon and tab that it has most of.</summary>
    public static char DelimiterOf(string header) => Delimiters.MaxBy(candidate => header.Count(letter => letter == candidate));

    /// <summary>The fields of a record that <see cref="Read"/> returned without a problem.</summary>
    public static string[] Split(string record, char delimiter)
    {
        var fields = new List<string>();
        Scan(record, delimiter, fields);
        return [.. fields];
    }

    /// <summary>The next record; null at the end.</summary>
    public SourceLine? Read()
    {
        if (Next() is not { } first)
        {
            return null;
        }

        if (first.Problem is not null)
        {
            return first;
        }

        return Scan(first.Text, delimiter, null) switch
        {
            CsvEnd.Whole => first,
            CsvEnd.Broken => first with { Problem = Misplaced },
            CsvEnd.Open => ReadOn(first),
        };
    }

    private SourceLine ReadOn(SourceLine first)
    {
        var (text, more) = (new StringBuilder(first.Text), new List<SourceLine>());
        while (more.Count < MaxLines && text.Length < LineReader.MaxLength && Next() is { } next)
        {
            more.Add(next);
            if (next.Problem is not null)
            {
                break;
            }

            var record = text.Append('\n').Append(next.Text).ToString();
            switch (Scan(record, delimiter, null))
            {
                case CsvEnd.Whole:
                    return new SourceLine(first.Number, record);
                case CsvEnd.Broken:
                    return Refuse(first, more, Missing);
                case CsvEnd.Open:
                    break;
            }
        }

        return Refuse(first, more, Missing);
    }

    private static CsvEnd Scan(string record, char delimiter, List<string>? fields)
    {
        var at = 0;
        while (true)
        {
            if (at < record.Length && record[at] == '"')
            {
                var (field, start) = (fields is null ? null : new StringBuilder(), at + 1);
                while (true)
                {
                    var end = record.IndexOf('"', start);
                    if (end < 0)
                    {
                        return CsvEnd.Open;
                    }

                    field?.Append(record, start, end - start);
                    if (end + 1 < record.Length && record[end + 1] == '"')
                    {
                        field?.Append('"');
                        start = end + 2;
                        continue;
                    }

                    at = end + 1;
                    break;
                }

                if (at < record.Length && record[at] != delimiter)
                {
                    return CsvEnd.Broken;
                }

                fields?.Add(field!.ToString());
            }
            else
            {
                var end = record.IndexOf(delimiter, at);
                fields?.Add(record[at..(end < 0 ? record.Length : end)].Trim());
                at = end < 0 ? record.Length : end;
            }

            if (at >= record.Length)
            {
                return CsvEnd.Whole;
            }

            at++;
        }
    }

    // The lines behind the first are records of their own.
    private SourceLine Refuse(SourceLine first, List<SourceLine> more, string problem)
    {
        for (var index = more.Count - 1; index >= 0; index--)
        {
            _readAgain.AddFirst(more[index]);
        }

        return first with { Problem = problem };
    }

    private SourceLine? Next()
    {
        if (_readAgain.First is { } again)
        {
            _readAgain.RemoveFirst();
            return again.Value;
        }

        return lines.Read();
    }
}
