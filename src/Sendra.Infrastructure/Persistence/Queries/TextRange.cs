using System.Text;

namespace Sendra.Infrastructure.Persistence.Queries;

/// <summary>
/// "Begins with" as a range of ordinal order, which every database reads from an index. Not so LIKE: SQLite's ignores
/// case and so can't use one, PostgreSQL's generic plans don't.
/// </summary>
internal static class TextRange
{
    /// <summary>The smallest text that is greater than every text with this beginning.</summary>
    /// <param name="prefix">The beginning, at least one character.</param>
    public static string EndOf(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToArray();
        var next = runes[^1].Value switch
        {
            0xD7FF => 0xE000,
            0x10FFFF => 0x10FFFF,
            var value => value + 1,
        };
        return string.Concat(runes.SkipLast(1).Append(new Rune(next)));
    }
}
