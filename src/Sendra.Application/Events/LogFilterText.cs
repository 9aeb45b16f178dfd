namespace Sendra.Application.Events;

/// <summary>Filters for the log. An omitted filter matches all events.</summary>
public sealed record LogFilterText
{
    internal const int MaxNames = 50;

    /// <summary>Only events with this name. Repeat it, up to 50 times, for several names.</summary>
    public IReadOnlyList<string>? EventName { get; init; }

    /// <summary>Only events of the contact with this email, in any spelling that normalizes to it.</summary>
    public string? Email { get; init; }

    /// <summary>Only events of contacts whose email starts with this text, ignoring case.</summary>
    public string? EmailPrefix { get; init; }

    /// <summary>Only events received at this time or later: an ISO 8601 time, or a date, which means its midnight (UTC).</summary>
    public string? From { get; init; }

    /// <summary>Only events received before this time. A date includes its whole day (UTC).</summary>
    public string? To { get; init; }

    /// <summary>true for events whose name is declared now, false for the others.</summary>
    public bool? Declared { get; init; }

    /// <summary>Only events received through the API, received through webhooks, or sent by steps of automations.</summary>
    public EventOriginType? Origin { get; init; }

    /// <summary>Only events received through this event source.</summary>
    public EventSourceId? SourceId { get; init; }

    /// <summary>true for events that enrolled, exited or woke somebody, false for the others.</summary>
    public bool? HasEffect { get; init; }
}
