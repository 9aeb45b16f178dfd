using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using NodaTime;
using Sendra.Domain.Common;

namespace Sendra.Domain.Calendar;

/// <summary>
/// Hours of some days of the week in which a wait may end: from the first moment to just before the last. A window whose
/// end is not after its begin spans midnight and belongs to the day on which it begins.
/// </summary>
public sealed record TimeWindow
{
    // One week finds the next day; where the clocks skip its hours, the week after has them.
    private const int SearchedDays = 15;

    // NodaTime's calendar ends with the year 9999; nothing that anybody waits for lies there.
    private static readonly Instant Latest = Instant.FromUtc(9999, 12, 1, 0, 0);

    internal TimeWindow(IReadOnlyCollection<IsoDayOfWeek> days, LocalTime from, LocalTime to, WindowZone zone)
    {
        Days = days;
        From = from;
        To = to;
        Zone = zone;
    }

    public IReadOnlyCollection<IsoDayOfWeek> Days { get; }

    public LocalTime From { get; }

    public LocalTime To { get; }

    public WindowZone Zone { get; }

    /// <summary>Reads a window as it is written in a step: <c>{ days, from, to, timeZone }</c>.</summary>
    /// <param name="json">The window.</param>
    /// <param name="path">Where it stands in the definition.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="window">The window if the result is true.</param>
    public static bool TryParse(JsonElement json, string path, ICollection<DefinitionProblem> problems, [NotNullWhen(true)] out TimeWindow? window) =>
        TimeWindowReader.TryParse(json, path, problems, out window);

    public bool Contains(Instant instant, DateTimeZone zone) => Contains(instant.InZone(zone).LocalDateTime);

    /// <summary>The instant itself when it is inside, else the next moment that is. The last month of the calendar has no windows.</summary>
    public Instant Next(Instant instant, DateTimeZone zone)
    {
        if (instant > Latest || Contains(instant, zone))
        {
            return instant;
        }

        var today = instant.InZone(zone).Date;
        var begins = Enumerable.Range(0, SearchedDays).SelectMany(days => BeginsOn(today.PlusDays(days), zone));
        // Where the clocks go back, hours come again, and the window may be open at once.
        var changes = zone.GetZoneIntervals(instant, instant + Duration.FromDays(SearchedDays)).Where(interval => interval.HasStart).Select(interval => interval.Start);
        return begins.Concat(changes).Where(moment => moment > instant && Contains(moment, zone)).DefaultIfEmpty(instant).Min();
    }

    private bool Contains(LocalDateTime moment) => From < To
        ? Days.Contains(moment.DayOfWeek) && moment.TimeOfDay >= From && moment.TimeOfDay < To
        : (Days.Contains(moment.DayOfWeek) && moment.TimeOfDay >= From) || (Days.Contains(moment.Date.PlusDays(-1).DayOfWeek) && moment.TimeOfDay < To);

    /// <summary>When the clocks show the begin: once, twice, or, where they skip it, at the first moment after.</summary>
    private IEnumerable<Instant> BeginsOn(LocalDate date, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(date + From);
        return mapping.Count == 0
            ? [mapping.LateInterval.Start]
            : [mapping.First().ToInstant(), mapping.Last().ToInstant()];
    }
}
