using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Counts events that come or go together: one tally a name and one a time, in key order, as every writer counts, whatever its language.</summary>
internal static class Tallying
{
    /// <param name="shard">Which counters to use.</param>
    /// <param name="sign">1 when they come, -1 when they go.</param>
    public static EventNameTally[] ByName(IEnumerable<CountedEvent> events, int shard, int sign) =>
    [
        .. events
            .GroupBy(row => (row.WorkspaceId, row.EventName))
            .OrderBy(name => name.Key.WorkspaceId).ThenBy(name => name.Key.EventName, StringComparer.Ordinal)
            .Select(name => new EventNameTally
            {
                WorkspaceId = name.Key.WorkspaceId,
                EventName = name.Key.EventName,
                Shard = shard,
                ReceivedCount = sign * name.LongCount(),
            }),
    ];

    /// <summary>Each name by the day, and all together by the hour.</summary>
    /// <param name="shard">Which counters to use.</param>
    /// <param name="sign">1 when they come, -1 when they go.</param>
    public static EventPeriodTally[] ByPeriod(IEnumerable<CountedEvent> events, int shard, int sign) =>
    [
        .. events
            .SelectMany(PeriodsOf, (row, period) => (Row: row, Period: period))
            .GroupBy(counted => (counted.Row.WorkspaceId, counted.Period.Name, counted.Period.Hour), counted => counted.Row)
            .OrderBy(period => period.Key.WorkspaceId).ThenBy(period => period.Key.Name, StringComparer.Ordinal).ThenBy(period => period.Key.Hour)
            .Select(period => new EventPeriodTally
            {
                WorkspaceId = period.Key.WorkspaceId,
                EventName = period.Key.Name,
                Hour = period.Key.Hour,
                Shard = shard,
                Received = sign * period.LongCount(),
                Enrolled = sign * period.Sum(row => (long)row.Enrolled),
                Exited = sign * period.Sum(row => (long)row.Exited),
            }),
    ];

    private static (string Name, int Hour)[] PeriodsOf(CountedEvent row)
    {
        var time = TimeOrderedId.TimeOf(row.Id);
        return [(row.EventName, EventPeriodTally.DayOf(time)), (EventPeriodTally.AllNames, EventPeriodTally.HourOf(time))];
    }
}
