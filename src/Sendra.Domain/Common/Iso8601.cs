using System.Globalization;
using System.Text.RegularExpressions;

namespace Sendra.Domain.Common;

/// <summary>Dates and times as people and programs write them in JSON and in addresses: basic (20260131T120000Z) or extended.</summary>
public static partial class Iso8601
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Reads a date, or a date and time; without an offset it is UTC, without a time it is midnight.</summary>
    /// <param name="text">Like <c>2026-01-31</c>, <c>2026-01-31T12:00:00Z</c> or <c>20260131T120000.123+0100</c>.</param>
    /// <param name="time">The time, UTC, if the result is true.</param>
    public static bool TryParse(string? text, out DateTimeOffset time)
    {
        var match = Shape().Match(text ?? "");
        time = default;
        return match.Success && DateTimeOffset.TryParseExact(
            $"{DayOf(match)}T{Part("hour", "00")}:{Part("minute", "00")}:{Part("second", "00")}.{Part("fraction", "0")}{OffsetOf(match)}",
            Day + "THH:mm:ss.FFFFFFFK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal,
            out time);

        string Part(string name, string otherwise) => match.Groups[name] is { Length: > 0 } part ? part.Value : otherwise;
    }

    /// <summary>Reads a date without a time.</summary>
    /// <param name="text">Like <c>2026-01-31</c> or <c>20260131</c>.</param>
    /// <param name="day">The date if the result is true.</param>
    public static bool TryParseDay(string? text, out DateOnly day)
    {
        var match = Shape().Match(text ?? "");
        day = default;
        return match.Success && !match.Groups["hour"].Success
            && DateOnly.TryParseExact(DayOf(match), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static string DayOf(Match match) => $"{match.Groups["year"]}-{match.Groups["month"]}-{match.Groups["day"]}";

    private static string OffsetOf(Match match) =>
        match.Groups["sign"] is { Success: true } sign ? $"{sign}{match.Groups["ahead"]}:{(match.Groups["minutes"] is { Success: true } minutes ? minutes : "00")}" : "Z";

    // What is finer than the clock's 100 ns is cut: some languages write nine digits of a second.
    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(?<dash>-?)(?<month>[0-9]{2})\k<dash>(?<day>[0-9]{2})"
        + @"([Tt](?<hour>[0-9]{2})(?<colon>:?)(?<minute>[0-9]{2})(\k<colon>(?<second>[0-9]{2})([.,](?<fraction>[0-9]{1,7})[0-9]{0,20})?)?"
        + @"([Zz]|(?<sign>[+-])(?<ahead>[0-9]{2})(:?(?<minutes>[0-9]{2}))?)?)?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
