using NodaTime;
using Sendra.Domain.Calendar;
using Sendra.Domain.Conditions;

namespace Sendra.Domain.Automations.Steps;

/// <summary>When a wait ends, and what a person should know about it.</summary>
/// <param name="At">The end; null when the date that it depends on is missing or none.</param>
/// <param name="Note">A sentence about a zone that is not known, or null.</param>
public sealed record WaitEnd(Instant? At, string? Note)
{
    // A timer is at most a second late. A wait that is later missed its moment, and a window then gives it the next.
    private static readonly Duration Late = Duration.FromMinutes(1);

    /// <summary>The end of a wait that takes a while.</summary>
    /// <param name="enteredAt">When it began.</param>
    /// <param name="duration">How long it takes, by the workspace's calendar.</param>
    /// <param name="window">When it may end, or null for any time.</param>
    /// <param name="calendar">The zones.</param>
    /// <param name="now">The time: a wait that is long over ends in the window that comes next.</param>
    public static WaitEnd After(Instant enteredAt, IsoDuration duration, TimeWindow? window, WorkspaceCalendar calendar, Instant now) =>
        Within(window, duration.AddTo(enteredAt, calendar.Workspace), calendar, now);

    /// <param name="date">What stands at the field; a date without a time begins in the window's zone, without a window in the contact's.</param>
    /// <param name="offset">How long after the date, or before it when negative.</param>
    /// <param name="window">When it may end, or null for any time.</param>
    /// <param name="calendar">The zones.</param>
    public static WaitEnd Until(FieldValue date, IsoDuration? offset, TimeWindow? window, WorkspaceCalendar calendar, Instant now)
    {
        var zone = (window?.Zone ?? WindowZone.Contact).In(calendar);
        return date.InstantIn(zone) is { } instant
            ? Within(window, offset?.AddTo(instant, zone) ?? instant, calendar, now)
            : new WaitEnd(null, null);
    }

    private static WaitEnd Within(TimeWindow? window, Instant end, WorkspaceCalendar calendar, Instant now)
    {
        if (window is null)
        {
            return new WaitEnd(end, null);
        }

        var at = window.Next(end < now - Late ? now : end, window.Zone.In(calendar));
        return new WaitEnd(at, window.Zone == WindowZone.Contact ? calendar.ContactNote : null);
    }
}
