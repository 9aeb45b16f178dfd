using Sendra.Application.Common;

namespace Sendra.Application.Events.CountEvents;

/// <summary>A query's period, with defaults filled in.</summary>
internal sealed record CountedPeriod(BucketSize Bucket, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How many buckets it has, or none if it isn't a period.</summary>
    public double Buckets => (To - From) / (Bucket == BucketSize.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1));

    public static CountedPeriod Of(CountEventsQuery query, DateTimeOffset now)
    {
        var bucket = query.Bucket ?? BucketSize.Day;
        var to = FilterTimes.To(query.To) ?? now;

        // With the bucket of now, which has just begun, a whole day or 30 days.
        var usual = bucket == BucketSize.Hour ? TimeSpan.FromHours(23) : TimeSpan.FromDays(29);
        return new CountedPeriod(bucket, FilterTimes.From(query.From) ?? (to - DateTimeOffset.MinValue > usual ? to - usual : DateTimeOffset.MinValue), to);
    }
}
