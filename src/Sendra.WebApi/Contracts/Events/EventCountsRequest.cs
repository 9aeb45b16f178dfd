using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Events;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>What to count.</summary>
public sealed record EventCountsRequest
{
    /// <summary>By hour or by day (UTC). Default: by day.</summary>
    [FromQuery(Name = "bucket")]
    public BucketSize? Bucket { get; init; }

    /// <summary>The start, rounded down to a whole hour or day. Default: 24 hours or 30 days before the end.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>The end, rounded up to a whole hour or day; a date includes its whole day. At most 744 hours or days after from. Default: now.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>Only events with this name. Only counts by day can be limited to a name.</summary>
    [FromQuery(Name = "eventName")]
    public string? EventName { get; init; }
}
