namespace Sendra.Application.Contacts;

/// <summary>One thing that happened in a contact's life.</summary>
/// <param name="At">When it happened.</param>
/// <param name="EventId">The event, or the one that made or dropped the enrollment; it may be erased by now.</param>
/// <param name="EventName">That event's name; null when there is no such event any more.</param>
/// <param name="OccurredAt">When the event occurred, where its sender said so.</param>
/// <param name="AutomationId">The enrollment's automation.</param>
/// <param name="AutomationName">The automation's name now.</param>
/// <param name="Step">The step at which the enrollment began or ended.</param>
/// <param name="Reason">Why, in a sentence; null for an event.</param>
public sealed record TimelineItem(
    TimelineItemType Type,
    DateTimeOffset At,
    EventId? EventId,
    string? EventName,
    DateTimeOffset? OccurredAt,
    EnrollmentId? EnrollmentId,
    AutomationId? AutomationId,
    string? AutomationName,
    int? Step,
    string? Reason);
