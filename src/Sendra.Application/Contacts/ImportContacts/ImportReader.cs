using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Sendra.Application.Contacts.ImportContacts;

/// <summary>Splits a file into chunks of whole lines, while it arrives: memory holds one.</summary>
internal static class ImportReader
{
    /// <summary>The most lines of a chunk.</summary>
    public const int ChunkLines = 500;

    /// <summary>The most characters of a line.</summary>
    public const int MaxLineLength = 64 * 1024;

    private const int ChunkLength = 512 * 1024;

    private static readonly string[] Delimiters = [",", ";", "\t"];

    /// <summary>How CSV is read. What is wrong with its quotes makes a wrong value, which is said with its line.</summary>
    public static CsvConfiguration Csv(string delimiter) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter,
        IgnoreBlankLines = true,
        TrimOptions = TrimOptions.Trim,
        BadDataFound = null,
        MaxFieldSize = MaxLineLength,
    };

    /// <summary>The delimiter that a header uses: the first that it has.</summary>
    public static string DelimiterOf(string header) =>
        Array.Find(Delimiters, delimiter => header.Contains(delimiter, StringComparison.Ordinal)) ?? Delimiters[0];

    /// <summary>The lines that follow a header.</summary>
    /// <exception cref="InvalidDataException">A line is too long; the message says which.</exception>
    public static async IAsyncEnumerable<ImportChunk> ChunksOfCsv(CsvParser parser)
    {
        var (text, first, next, lines) = (new StringBuilder(), 0, 0, 0);
        while (await ReadAsync(parser))
        {
            var row = FirstRowOf(parser);
            if (lines == 0)
            {
                (first, next) = (row, row);
            }

            // Blank lines are passed over, but the others keep their places.
            text.Append('\n', Math.Max(0, row - next)).Append(parser.RawRecord);
            next = parser.RawRow + 1;
            if (++lines == ChunkLines || text.Length > ChunkLength)
            {
                yield return new ImportChunk(first, text.ToString(), lines);
                (text, lines) = (text.Clear(), 0);
            }
        }

        if (lines > 0)
        {
            yield return new ImportChunk(first, text.ToString(), lines);
        }
    }

    /// <summary>The lines of NDJSON.</summary>
    /// <inheritdoc cref="ChunksOfCsv"/>
    public static async IAsyncEnumerable<ImportChunk> ChunksOfLines(TextReader reader)
    {
        var (text, first, lines, at) = (new StringBuilder(), 1, 0, 0);
        await foreach (var line in LinesOf(reader))
        {
            at++;
            if (text.Length == 0)
            {
                first = at;
            }

            // Blank ones stay, so that the others keep their places.
            text.Append(line).Append('\n');
            lines += string.IsNullOrWhiteSpace(line) ? 0 : 1;
            if (lines == ChunkLines || text.Length > ChunkLength)
            {
                yield return new ImportChunk(first, text.ToString(), lines);
                (text, lines) = (text.Clear(), 0);
            }
        }

        if (lines > 0)
        {
            yield return new ImportChunk(first, text.ToString(), lines);
        }
    }

    /// <summary>The row at which the parser's record begins: one in quotes may span several.</summary>
    public static int FirstRowOf(CsvParser parser) =>
        parser.RawRow - parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');

    /// <summary>Reads the next record.</summary>
    /// <inheritdoc cref="ChunksOfCsv"/>
    public static async Task<bool> ReadAsync(CsvParser parser)
    {
        try
        {
            return await parser.ReadAsync();
        }
        catch (MaxFieldSizeException)
        {
            throw TooLong(parser.RawRow);
        }
    }

    private static async IAsyncEnumerable<string> LinesOf(TextReader reader)
    {
        var (buffer, line, at) = (new char[8_192], new StringBuilder(), 1);
        for (var read = await reader.ReadAsync(buffer); read > 0; read = await reader.ReadAsync(buffer))
        {
            var rest = buffer.AsMemory(0, read);
            for (var end = rest.Span.IndexOf('\n'); end >= 0; end = rest.Span.IndexOf('\n'))
            {
                yield return line.Append(rest[..end]).ToString();
                (line, rest, at) = (line.Clear(), rest[(end + 1)..], at + 1);
            }

            if (line.Append(rest).Length > MaxLineLength)
            {
                throw TooLong(at);
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static InvalidDataException TooLong(int line) => new(string.Create(
        CultureInfo.InvariantCulture, $"has more than {MaxLineLength / 1024} KiB in one value at line {line}; is a quotation mark missing there?"));
}
