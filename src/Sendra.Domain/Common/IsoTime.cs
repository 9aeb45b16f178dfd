using System.Globalization;
using System.Text.RegularExpressions;

namespace Sendra.Domain.Common;

/// <summary>Reads ISO 8601 dates and date-times; one without an offset is UTC.</summary>
public static partial class IsoTime
{
    // Finer than the clock's 100 ns some languages write nine digits; what is too fine is cut.

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads a time.</summary>
    /// <param name="text">Like <c>2026-01-31</c>, <c>2026-01-31T12:00:00Z</c> or <c>2026-01-31T12:00:00.123+01:00</c>.</param>
    /// <param name="time">The time, UTC, when the answer is true.</param>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        var cut = TooFine().Replace(text, "$1");
        return DateTimeOffset.TryParseExact(
            cut, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
    }

    [GeneratedRegex(@"(\.[0-9]{7})[0-9]{1,20}(?=Z|[+-]|$)")]
    private static partial Regex TooFine();
}
