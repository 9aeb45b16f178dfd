using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Events;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>What is to be counted.</summary>
public sealed record EventCountsRequest
{
    /// <summary>By the hour or by the day (UTC); by the day when left out.</summary>
    [FromQuery(Name = "bucket")]
    public BucketSize? Bucket { get; init; }

    /// <summary>Where to begin, rounded down to a whole hour or day; when left out, 24 hours or 30 days are counted.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Where to end, rounded up to a whole hour or day, a date to its own end; now when left out. At most 744 hours or days after from.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>Only events of this name; names are counted by the day.</summary>
    [FromQuery(Name = "eventName")]
    public string? EventName { get; init; }
}
