namespace Sendra.Application.Events;

/// <summary>Which events of the log; what is left out does not restrict.</summary>
public sealed record LogFilterText
{
    internal const int MaxNames = 50;

    /// <summary>Only events of this name; give it several times, up to 50, for several names.</summary>
    public IReadOnlyList<string>? EventName { get; init; }

    /// <summary>Only events of the contact with this address, in any spelling that normalises to it.</summary>
    public string? Email { get; init; }

    /// <summary>Only events of contacts whose address begins so, in any case.</summary>
    public string? EmailPrefix { get; init; }

    /// <summary>Only events received at this time or later: an ISO 8601 time, or a date, which counts from its midnight (UTC).</summary>
    public string? From { get; init; }

    /// <summary>Only events received before this time; a date counts to its end (UTC).</summary>
    public string? To { get; init; }

    /// <summary>True for events whose name is declared now, false for the others.</summary>
    public bool? Declared { get; init; }

    /// <summary>Only events received this way: through the API or through webhooks.</summary>
    public EventOriginType? Origin { get; init; }

    /// <summary>Only events that came in through this event source.</summary>
    public EventSourceId? SourceId { get; init; }

    /// <summary>True for events that enrolled or dropped somebody, false for the others.</summary>
    public bool? HasEffect { get; init; }
}
