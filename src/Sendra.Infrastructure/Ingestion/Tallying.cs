using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Counts events that come or go together: one tally a name and one a time, in key order, as every writer counts.</summary>
internal static class Tallying
{
    /// <summary>By name.</summary>
    /// <param name="events">The events.</param>
    /// <param name="shard">Which counters to use.</param>
    /// <param name="sign">1 when they come, -1 when they go.</param>
    public static EventNameTally[] ByName(IEnumerable<CountedEvent> events, int shard, int sign) =>
    [
        .. from row in events
           group row by (row.WorkspaceId, row.EventName) into name
           orderby name.Key.WorkspaceId, name.Key.EventName
           select new EventNameTally
           {
               WorkspaceId = name.Key.WorkspaceId,
               EventName = name.Key.EventName,
               Shard = shard,
               ReceivedCount = sign * name.LongCount(),
           },
    ];

    /// <summary>Each name by the day, and all together by the hour.</summary>
    /// <param name="events">The events.</param>
    /// <param name="shard">Which counters to use.</param>
    /// <param name="sign">1 when they come, -1 when they go.</param>
    public static EventPeriodTally[] ByPeriod(IEnumerable<CountedEvent> events, int shard, int sign) =>
    [
        .. from row in events
           let time = TimeOrderedId.TimeOf(row.Id)
           from key in new (string Name, int Hour)[] { (row.EventName, EventPeriodTally.DayOf(time)), (EventPeriodTally.AllNames, EventPeriodTally.HourOf(time)) }
           group row by (row.WorkspaceId, key.Name, key.Hour) into period
           orderby period.Key.WorkspaceId, period.Key.Name, period.Key.Hour
           select new EventPeriodTally
           {
               WorkspaceId = period.Key.WorkspaceId,
               EventName = period.Key.Name,
               Hour = period.Key.Hour,
               Shard = shard,
               Received = sign * period.LongCount(),
               Enrolled = sign * period.Sum(row => (long)row.Enrolled),
               Exited = sign * period.Sum(row => (long)row.Exited),
           },
    ];
}
