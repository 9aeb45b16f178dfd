namespace Sendra.Client.Contacts;

/// <summary>One thing that happened to a contact. Fields that don't apply to its type are omitted.</summary>
public sealed record TimelineItem
{
    /// <summary>What happened to a contact, in the order in which one event causes it.</summary>
    public TimelineItemType Type { get; init; }

    /// <summary>When it happened in Sendra; for an event, when it was received.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The event, or the one that created or ended the enrollment.</summary>
    public string? EventId { get; init; }

    /// <summary>That event's name; omitted if the event is no longer stored.</summary>
    public string? EventName { get; init; }

    /// <summary>When that event occurred, if its sender said so.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The enrollment.</summary>
    public string? EnrollmentId { get; init; }

    /// <summary>The enrollment's automation.</summary>
    public string? AutomationId { get; init; }

    /// <summary>The automation's current name.</summary>
    public string? AutomationName { get; init; }

    /// <summary>The step where the enrollment began or ended.</summary>
    public int? Step { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string? Reason { get; init; }
}
