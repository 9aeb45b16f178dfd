using Microsoft.EntityFrameworkCore;
using Sendra.Application.Events;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Events;

internal sealed class EventCountsReader(SendraDbContext db) : IEventCounts
{
    public async Task<EventCounts> CountAsync(
        string? eventName, BucketSize bucket, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var hours = bucket == BucketSize.Hour ? 1 : 24;
        var first = bucket == BucketSize.Hour ? EventPeriodTally.HourOf(from) : EventPeriodTally.DayOf(from);

        // The end is no part of the period, but what lies in the bucket before it is.
        var count = (EventPeriodTally.HourOf(to.AddTicks(-1)) - first) / hours + 1;
        var end = first + (count * hours);
        var name = eventName ?? EventPeriodTally.AllNames;
        var counted = await db.EventPeriodTallies
            .Where(row => row.EventName == name && row.Hour >= first && row.Hour < end)
            .GroupBy(row => row.Hour)
            .Select(hour => new
            {
                Hour = hour.Key,
                Received = hour.Sum(shard => shard.Received),
                Enrolled = hour.Sum(shard => shard.Enrolled),
                Exited = hour.Sum(shard => shard.Exited),
            })
            .ToListAsync(cancellationToken);
        var byBucket = counted.ToLookup(row => (row.Hour - first) / hours);
        IReadOnlyList<EventBucket> buckets =
        [
            .. Enumerable.Range(0, count).Select(number => new EventBucket(
                EventPeriodTally.TimeOf(first + (number * hours)),
                byBucket[number].Sum(row => row.Received),
                byBucket[number].Sum(row => row.Enrolled),
                byBucket[number].Sum(row => row.Exited))),
        ];
        var names = db.EventNameTallies.Where(row => eventName == null || row.EventName == eventName);
        return new EventCounts(buckets, await names.SumAsync(row => row.ReceivedCount, cancellationToken));
    }
}
