using NodaTime;

namespace Sendra.Application.Common;

/// <summary>A day as a workspace's people live it.</summary>
/// <param name="Date">Which.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When the next one begins: 23 to 25 hours later, where clocks are changed.</param>
public sealed record LocalDay(DateOnly Date, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The most days that are asked for at once.</summary>
    public const int MaxCount = 90;

    /// <summary>How many days are usual.</summary>
    public const int UsualCount = 30;

    /// <summary>The last days, today among them, oldest first.</summary>
    /// <param name="count">How many.</param>
    /// <param name="zone">Where it is today.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<LocalDay> Last(int count, DateTimeZone zone, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var today = Instant.FromDateTimeOffset(now).InZone(zone).Date;
        return
        [
            .. Enumerable.Range(0, count).Select(number => today.PlusDays(number + 1 - count)).Select(date => new LocalDay(
                date.ToDateOnly(), zone.AtStartOfDay(date).ToDateTimeOffset(), zone.AtStartOfDay(date.PlusDays(1)).ToDateTimeOffset())),
        ];
    }

    /// <summary>What is wrong with a number of days, or null.</summary>
    public static string? ProblemOf(int? count) => count is < 1 or > MaxCount ? $"must be 1 to {MaxCount}" : null;
}
