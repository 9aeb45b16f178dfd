namespace Sendra.Application.Contacts;

/// <summary>One thing that happened to a contact.</summary>
/// <param name="At">When it happened.</param>
/// <param name="EventId">The event, or the one that created or ended the enrollment. It may be erased by now.</param>
/// <param name="EventName">That event's name; null if the event no longer exists.</param>
/// <param name="OccurredAt">When the event occurred, if its sender said so.</param>
/// <param name="AutomationId">The enrollment's automation.</param>
/// <param name="AutomationName">The automation's current name.</param>
/// <param name="Step">The step where the enrollment began or ended.</param>
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
