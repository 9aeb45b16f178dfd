using System.Net.Http.Headers;
using System.Text;

namespace Sendra.Domain.EventSources;

/// <summary>Cuts <c>multipart/form-data</c> into its fields (RFC 7578). The contents of files are left out.</summary>
internal static class MultipartBody
{
    private const int MaxParts = 1_000;

    /// <summary>The fields, or null with the rest of the sentence "can't be read: …".</summary>
    internal static IReadOnlyList<FormField>? Fields(ReadOnlySpan<byte> body, string? boundary, out string problem)
    {
        problem = "";
        if (string.IsNullOrEmpty(boundary))
        {
            problem = "its content type names no boundary";
            return null;
        }

        var mark = Encoding.ASCII.GetBytes("--" + boundary);
        var at = body.StartsWith(mark) ? 0 : After(body, 0, mark);
        var fields = new List<FormField>();
        while (at >= 0)
        {
            var part = body[(at + mark.Length)..];
            if (part.StartsWith("--"u8))
            {
                return fields;
            }

            var begin = at + mark.Length;
            var end = After(body, begin, mark);
            if (end < 0)
            {
                break;
            }

            if (fields.Count == MaxParts)
            {
                problem = $"it has more than {MaxParts} parts";
                return null;
            }

            // The line break before the mark belongs to the mark.
            var length = end - begin - (end >= 2 && body[end - 2] == '\r' ? 2 : 1);
            if (Field(body.Slice(begin, Math.Max(0, length))) is { } field)
            {
                fields.Add(field);
            }

            at = end;
        }

        problem = "it ends before its last boundary";
        return null;
    }

    // Where the mark stands next at the start of a line.
    private static int After(ReadOnlySpan<byte> body, int from, ReadOnlySpan<byte> mark)
    {
        while (true)
        {
            var next = body[from..].IndexOf(mark);
            if (next < 0)
            {
                return -1;
            }

            if (from + next > 0 && body[from + next - 1] == '\n')
            {
                return from + next;
            }

            from += next + 1;
        }
    }

    private static FormField? Field(ReadOnlySpan<byte> part)
    {
        var (headers, content) = Split(part);
        string? name = null, file = null, charset = null;
        foreach (var line in Encoding.UTF8.GetString(headers).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = colon < 0 ? "" : line[(colon + 1)..].Trim();
            if (line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase) && ContentDispositionHeaderValue.TryParse(value, out var disposition))
            {
                name = disposition.Name?.Trim('"');
                file = (disposition.FileNameStar ?? disposition.FileName)?.Trim('"');
            }
            else if (line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase))
            {
                charset = BodyType.Parse(value).Charset;
            }
        }

        return name is null ? null : new FormField(Encoding.UTF8.GetBytes(name), file is null ? content.ToArray() : [], charset, file);
    }

    private static Halves Split(ReadOnlySpan<byte> part)
    {
        var (end, length) = (part.IndexOf("\r\n\r\n"u8), 4);
        if (end < 0)
        {
            (end, length) = (part.IndexOf("\n\n"u8), 2);
        }

        return end < 0 ? new Halves(part, []) : new Halves(part[..end], part[(end + length)..]);
    }

    private readonly ref struct Halves(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> content)
    {
        private readonly ReadOnlySpan<byte> _headers = headers;
        private readonly ReadOnlySpan<byte> _content = content;

        public void Deconstruct(out ReadOnlySpan<byte> headers, out ReadOnlySpan<byte> content)
        {
            headers = _headers;
            content = _content;
        }
    }
}
