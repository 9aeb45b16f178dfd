using Sendra.Application.Contacts;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Contacts;

/// <summary>One thing of a timeline, before names are looked up.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="EventId">The event, or the one that brought it about.</param>
/// <param name="Enrollment">The enrollment, or null for an event.</param>
internal sealed record TimelineEntry(TimelineItemType Type, TimelineCursor Place, EventId? EventId, Enrollment? Enrollment)
{
    public AutomationId? AutomationId => Enrollment?.AutomationId;

    public static TimelineEntry OfEvent(EventId id) =>
        new(TimelineItemType.Event, new TimelineCursor(TimeOrderedId.TimeOf(id), TimelineCursor.Events, id.Value), id, null);

    public static TimelineEntry OfBeginning(Enrollment row) => new(
        TimelineItemType.Enrolled, new TimelineCursor(row.EnrolledAt, TimelineCursor.Beginnings, row.Id.Value), row.EnrolledByEventId, row);

    public static TimelineEntry OfEnd(Enrollment row) => new(
        row.Status == EnrollmentStatus.Completed ? TimelineItemType.Completed : TimelineItemType.Exited,
        new TimelineCursor(row.EndedAt!.Value, TimelineCursor.Ends, row.Id.Value),
        row.ExitedByEventId,
        row);

    public TimelineItem ToItem(Dictionary<AutomationId, string> automationNames, Dictionary<EventId, TimelineEvent> events)
    {
        var told = EventId is { } id ? events.GetValueOrDefault(id) : null;
        var step = Type == TimelineItemType.Enrolled ? Domain.Enrollments.Enrollment.FirstStep : Enrollment?.Step;
        return new TimelineItem(
            Type,
            Place.At,
            EventId,
            told?.EventName,
            told?.OccurredAt,
            Enrollment?.Id,
            AutomationId,
            AutomationId is { } automation ? automationNames[automation] : null,
            step,
            Reason(told?.EventName, step));
    }

    private string? Reason(string? eventName, int? step)
    {
        var cause = EventId is null ? "by hand" : eventName is null ? "by an event that is no longer kept" : $"by the event {eventName}";
        return Type switch
        {
            TimelineItemType.Enrolled => $"Enrolled {cause}.",
            TimelineItemType.Exited => $"Exited at step {step} {cause}.",
            TimelineItemType.Completed => $"Completed after step {step}.",
            _ => null,
        };
    }
}
