using System.Text.RegularExpressions;

namespace Sendra.Domain.Liquid;

/// <summary>
/// Refuses what could nest so deep that the parser's recursion would end the process: it has no limit of its own. Counts
/// instead of parsing; tried up to three times as much on 1.5 MiB of stack. Blocks are counted in the whole text, the parts of an expression
/// in each tag: what stands between tags is no Liquid.
/// </summary>
internal static partial class LiquidNesting
{
    private const int Max = 100;

    /// <summary>What is wrong, as the end of a sentence, or null.</summary>
    internal static string? Problem(string text, int maxLength)
    {
        if (text.Length > maxLength)
        {
            return $"must be at most {maxLength} characters";
        }

        if (text.Contains('\0', StringComparison.Ordinal) || Common.Text.HasLoneSurrogate(text))
        {
            return "must be valid Unicode without NUL";
        }

        if (Blocks().Count(text) > Max)
        {
            return $"must not have more than {Max} Liquid blocks";
        }

        foreach (var tag in LiquidTags.All().EnumerateMatches(text))
        {
            var inside = text.AsSpan(tag.Index, tag.Length);
            if (Brackets().Count(inside) > Max)
            {
                return $"must not have more than {Max} brackets in a Liquid tag";
            }

            if (Links().Count(inside) > 2 * Max)
            {
                return $"must not have more than {2 * Max} filters, ands and ors in a Liquid tag";
            }
        }

        return null;
    }

    [GeneratedRegex(@"\{%-?\s*(if|unless|for|case|capture|tablerow|comment|raw)\b")]
    private static partial Regex Blocks();

    [GeneratedRegex(@"[\[(]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\||\b(and|or)\b")]
    private static partial Regex Links();
}
