using Sendra.Client.Http;

namespace Sendra.Client.Events;

/// <summary>What to count.</summary>
public sealed record CountFilter
{
    /// <summary>Only events with this name.</summary>
    public string? EventName { get; init; }

    /// <summary>Hours or days. Default: days.</summary>
    public BucketSize? Bucket { get; init; }

    /// <summary>From this time on: an ISO 8601 time, or a date.</summary>
    public string? From { get; init; }

    /// <summary>Before this time. A date includes its whole day.</summary>
    public string? To { get; init; }

    internal static Query Apply(CountFilter? filter, Query query) => query
        .Add("eventName", filter?.EventName)
        .Add("bucket", filter?.Bucket)
        .Add("from", filter?.From)
        .Add("to", filter?.To);
}
