namespace Sendra.Domain.Common;

/// <summary>Checks of text that several value objects share.</summary>
public static class Text
{
    /// <summary>True when the text has a control character, NUL included.</summary>
    /// <param name="text">Any text.</param>
    public static bool HasControlCharacter(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when half of a surrogate pair stands alone: such text is no Unicode and can't be stored.</summary>
    /// <param name="text">Any text.</param>
    public static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The beginning of a text, never with half of a surrogate pair at its end.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">The maximum length in characters, at least 1.</param>
    public static string Truncate(string text, int maxLength) =>
        text.Length <= maxLength ? text
        : char.IsHighSurrogate(text[maxLength - 1]) ? text[..(maxLength - 1)]
        : text[..maxLength];
}
