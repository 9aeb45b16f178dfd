using System.Text.RegularExpressions;

namespace Sendra.Domain.Liquid;

/// <summary>
/// Refuses what could nest so deep that the parser's recursion would end the process: it has no limit of its own. Counts
/// instead of parsing, since what is counted can't be hidden in quotes; tried up to three times as much on 1.5 MiB of stack.
/// </summary>
internal static partial class LiquidNesting
{
    private const int Max = 100;

    /// <summary>What is wrong, as the end of a sentence, or null.</summary>
    internal static string? Problem(string text) =>
        text.Length > LiquidText.MaxLength ? $"must be at most {LiquidText.MaxLength} characters"
        : text.Contains('\0', StringComparison.Ordinal) || Common.Text.HasLoneSurrogate(text) ? "must be valid Unicode without NUL"
        : Blocks().Count(text) > Max ? $"must not have more than {Max} Liquid blocks"
        : Brackets().Count(text) > Max ? $"must not have more than {Max} brackets"
        : Links().Count(text) > 2 * Max ? $"must not have more than {2 * Max} filters, ands and ors"
        : null;

    [GeneratedRegex(@"\{%-?\s*(if|unless|for|case|capture|tablerow|comment|raw)\b")]
    private static partial Regex Blocks();

    [GeneratedRegex(@"[\[(]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\||\b(and|or)\b")]
    private static partial Regex Links();
}
