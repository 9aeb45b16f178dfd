using System.Text.Json;

namespace Sendra.Domain.EventSources;

/// <summary>
/// Reads JSON that can be kept and given back exactly (E3): one value, no duplicate names, no half characters, at most
/// <see cref="Payload.MaxDepth"/> levels.
/// </summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Payload.MaxDepth, AllowDuplicateProperties = false };

    /// <summary>The value, or null with the rest of the sentence "not valid JSON: …".</summary>
    internal static JsonElement? Read(ReadOnlySpan<byte> utf8, out string problem)
    {
        problem = "";
        try
        {
            if (Check(utf8) is { } found)
            {
                problem = found;
                return null;
            }

            return JsonElement.Parse(utf8, Options);
        }
        catch (JsonException broken) when (broken.LineNumber is { } line)
        {
            problem = $"it breaks at line {line + 1}, byte {broken.BytePositionInLine + 1}";
        }
        catch (JsonException)
        {
            // Without a position: the grammar was right (checked above), so it is the duplicate.
            problem = "an object has the same name twice";
        }

        return null;
    }

    /// <summary>Walks all tokens for what the parser itself would take, or would take only to throw later.</summary>
    private static string? Check(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            var isStart = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            if (isStart && reader.CurrentDepth >= Payload.MaxDepth)
            {
                return $"it is nested deeper than {Payload.MaxDepth} levels";
            }

            if (reader.ValueIsEscaped && HasLoneSurrogate(reader.ValueSpan))
            {
                return @"a text has half a character in it (such as \ud83d without its second half)";
            }
        }

        return null;
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<byte> escaped)
    {
        var awaitsLow = false;
        for (var i = 0; i < escaped.Length; i++)
        {
            var unit = escaped[i] == '\\' && escaped[i + 1] == 'u' ? Convert.FromHexString(escaped.Slice(i + 2, 4)) : null;
            var isLow = unit is [>= 0xDC and <= 0xDF, _];
            if (awaitsLow != isLow)
            {
                return true;
            }

            awaitsLow = unit is [>= 0xD8 and <= 0xDB, _];
            i += unit is not null ? 5 : escaped[i] == '\\' ? 1 : 0;
        }

        return awaitsLow;
    }
}
