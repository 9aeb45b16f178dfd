using System.Text;

namespace Sendra.Domain.EventSources;

/// <summary>Bits of foreign text fit to stand in a sentence: short, on one line, and storable on every database.</summary>
internal static class Excerpt
{
    private const int MaxLength = 80;

    internal static string Name(string text) => $"`{Clean(text)}`";

    internal static string Text(string text) => $"\"{Clean(text)}\"";

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
