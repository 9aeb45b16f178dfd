using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Events;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>Which events of the log; what is left out does not restrict.</summary>
public sealed record EventLogRequest
{
    /// <summary>Only events of this name; give it several times, up to 50, for several names.</summary>
    [FromQuery(Name = "eventName")]
    public IReadOnlyList<string>? EventName { get; init; }

    /// <summary>Only events of the contact with this address, in any spelling that normalises to it.</summary>
    [FromQuery(Name = "email")]
    public string? Email { get; init; }

    /// <summary>Only events of contacts whose address begins so, in any case.</summary>
    [FromQuery(Name = "emailPrefix")]
    public string? EmailPrefix { get; init; }

    /// <summary>Only events received at this time or later: an ISO 8601 time, or a date, which counts from its midnight (UTC).</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Only events received before this time; a date counts to its end (UTC).</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>True for events whose name is declared now, false for the others.</summary>
    [FromQuery(Name = "declared")]
    public bool? Declared { get; init; }

    /// <summary>Only events received this way: through the API or through webhooks.</summary>
    [FromQuery(Name = "origin")]
    public EventOriginType? Origin { get; init; }

    /// <summary>Only events that came in through this event source.</summary>
    [FromQuery(Name = "sourceId")]
    public EventSourceId? SourceId { get; init; }

    /// <summary>True for events that enrolled or dropped somebody, false for the others.</summary>
    [FromQuery(Name = "hasEffect")]
    public bool? HasEffect { get; init; }
}
