using System.Globalization;
using System.Text.RegularExpressions;

namespace Sendra.Domain.Common;

/// <summary>Dates and times as people and programs write them in JSON and in addresses.</summary>
public static partial class Iso8601
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads a date, or a date and time; without an offset it is UTC, without a time it is midnight.</summary>
    /// <param name="text">Like <c>2026-01-31</c>, <c>2026-01-31T12:00:00Z</c> or <c>2026-01-31T12:00:00.123+01:00</c>.</param>
    /// <param name="time">The time, UTC, when the answer is true.</param>
    public static bool TryParse(string? text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        TooFine().Replace(text ?? "", "$1"),
        Formats,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out time);

    // Some languages write nine digits of a second; what is finer than the clock's 100 ns is cut.
    [GeneratedRegex(@"(\.[0-9]{7})[0-9]{1,20}(?=Z|[+-]|$)")]
    private static partial Regex TooFine();
}
