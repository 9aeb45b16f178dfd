using System.Text.Json;

namespace Sendra.Domain.EventSources;

/// <summary>Reads lines of JSON as the list of their values (S15).</summary>
internal static class JsonLines
{
    /// <summary>Whether a body that is no JSON looks like lines of it: several, each of which opens an object or a list.</summary>
    internal static bool IsLikely(ReadOnlySpan<byte> utf8)
    {
        var lines = 0;
        foreach (var range in utf8.Split((byte)'\n'))
        {
            var line = utf8[range].Trim(" \t\r"u8);
            if (!line.IsEmpty && line[0] is not ((byte)'{' or (byte)'['))
            {
                return false;
            }

            lines += line.IsEmpty ? 0 : 1;
        }

        return lines > 1;
    }

    /// <summary>The list, or null with the rest of the sentence "not valid lines of JSON: …".</summary>
    internal static JsonElement? Read(ReadOnlySpan<byte> utf8, out string problem)
    {
        var list = new List<byte>(utf8.Length + 2) { (byte)'[' };
        var number = 0;
        foreach (var range in utf8.Split((byte)'\n'))
        {
            number++;
            var line = utf8[range].Trim(" \t\r"u8);
            if (line.IsEmpty)
            {
                continue;
            }

            if (StrictJson.Read(line, out problem) is null)
            {
                problem = $"line {number} isn't JSON, {problem}";
                return null;
            }

            if (list.Count > 1)
            {
                list.Add((byte)',');
            }

            list.AddRange(line);
        }

        list.Add((byte)']');
        return StrictJson.Read(list.ToArray(), out problem);
    }
}
