using Sendra.Client.Http;

namespace Sendra.Client.Events;

/// <summary>Which events of the log. What isn't assigned matches all.</summary>
public sealed record EventFilter
{
    /// <summary>Only events with one of these names, at most 50.</summary>
    public IReadOnlyList<string>? EventNames { get; init; }

    /// <summary>Only events of the contact with this email, in any spelling that normalizes to it.</summary>
    public string? Email { get; init; }

    /// <summary>Only events of contacts whose email starts with this text, ignoring case.</summary>
    public string? EmailPrefix { get; init; }

    /// <summary>Only events received at this time or later: an ISO 8601 time, or a date.</summary>
    public string? From { get; init; }

    /// <summary>Only events received before this time. A date includes its whole day.</summary>
    public string? To { get; init; }

    /// <summary>True for events whose name is declared now, false for the others.</summary>
    public bool? Declared { get; init; }

    /// <summary>Only events that came this way.</summary>
    public EventOriginType? Origin { get; init; }

    /// <summary>Only events received through this event source.</summary>
    public string? SourceId { get; init; }

    /// <summary>True for events that enrolled, exited or woke somebody, false for the others.</summary>
    public bool? HasEffect { get; init; }

    internal static Query Apply(EventFilter? filter, Query query) => query
        .Add("eventName", filter?.EventNames)
        .Add("email", filter?.Email)
        .Add("emailPrefix", filter?.EmailPrefix)
        .Add("from", filter?.From)
        .Add("to", filter?.To)
        .Add("declared", filter?.Declared)
        .Add("origin", filter?.Origin)
        .Add("sourceId", filter?.SourceId)
        .Add("hasEffect", filter?.HasEffect);
}
