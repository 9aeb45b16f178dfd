using System.Text;
using System.Text.Json;

namespace Sendra.Domain.Common;

/// <summary>Bits of foreign text fit to stand in a sentence: short, on one line, and storable on every database.</summary>
internal static class Excerpt
{
    private const int MaxLength = 80;

    internal static string Name(string text) => $"`{Clean(text)}`";

    internal static string Text(string text) => $"\"{Clean(text)}\"";

    /// <summary>The first line of a message.</summary>
    internal static string Line(string text) => Clean(text.Split('\n')[0].TrimEnd());

    /// <summary>A JSON value: text in quotes, scalars as they are, and of lists and objects only what they are.</summary>
    internal static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "missing",
        JsonValueKind.String => Text(value.TextOrNull() ?? value.GetRawText()),
        JsonValueKind.Array when value.GetArrayLength() == 1 => "a list of 1 item",
        JsonValueKind.Array => $"a list of {value.GetArrayLength()} items",
        JsonValueKind.Object => "an object",
        _ => Clean(value.GetRawText()),
    };

    internal static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= MaxLength)
            {
                return clean.Append('…').ToString();
            }

            // EnumerateRunes already made lone surrogates U+FFFD; PostgreSQL can't store NUL, and a sentence has no line breaks.
            clean.Append(Rune.IsControl(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return clean.ToString();
    }
}
