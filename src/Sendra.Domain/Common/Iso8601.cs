using System.Globalization;

namespace Sendra.Domain.Common;

/// <summary>Dates and times as people and programs write them in JSON and in addresses.</summary>
public static class Iso8601
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads a date, or a date and time; without an offset it is UTC, without a time it is midnight.</summary>
    /// <param name="text">Like <c>2026-01-31</c> or <c>2026-01-31T12:00:00Z</c>.</param>
    /// <param name="time">The time when the answer is true.</param>
    public static bool TryParse(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
