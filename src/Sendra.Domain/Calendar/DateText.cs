using NodaTime;
using NodaTime.Text;
using Sendra.Domain.Common;

namespace Sendra.Domain.Calendar;

/// <summary>Dates and instants as they stand in properties and custom fields: text in ISO 8601.</summary>
public static class DateText
{
    private const int MaxLength = 64;

    private static readonly LocalDatePattern[] Dates =
    [
        LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd"),
    ];

    /// <summary>Reads an instant, or a date, which is the start of that day.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="zone">Where the day starts. A date and time without an offset is UTC all the same.</param>
    /// <param name="instant">The instant if the result is true.</param>
    public static bool TryRead(string? text, DateTimeZone zone, out Instant instant)
    {
        instant = default;
        if (text is null or { Length: > MaxLength })
        {
            return false;
        }

        if (DateOf(text) is { } date)
        {
            instant = Instants.Storable(zone.AtStartOfDay(date).ToInstant());
            return true;
        }

        var isTime = Iso8601.TryParse(text, out var time);
        instant = isTime ? Instant.FromDateTimeOffset(time) : default;
        return isTime;
    }

    private static LocalDate? DateOf(string text) =>
        Dates.Select(pattern => pattern.Parse(text)).FirstOrDefault(result => result.Success)?.Value;
}
