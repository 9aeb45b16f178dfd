using System.Globalization;
using System.Text;

namespace Sendra.Domain.Common;

/// <summary>Text as it is searched: the same on every database, whatever its collation.</summary>
public static class SearchText
{
    // No character by definition, and the one besides halves of surrogate pairs for which Normalize throws.
    private const char NoCharacter = '\ufffe';

    /// <summary>Lower case, without accents, with single spaces: <c>Zoë  Brontë</c> becomes <c>zoe bronte</c>.</summary>
    /// <param name="text">Valid Unicode.</param>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Replace(NoCharacter, ' ').Normalize(NormalizationForm.FormKD))
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(character));
            }
        }

        return folded.ToString().TrimEnd(' ');
    }
}
