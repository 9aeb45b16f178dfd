using Sendra.Domain.Automations.Steps;

namespace Sendra.Domain.Enrollments;

/// <summary>Where an active run stands in its workflow, as it was stored.</summary>
/// <param name="StepId">The step at which it is; null in a workflow without steps.</param>
/// <param name="VisitNumber">Which of its visits this is, from 1; 0 in a workflow without steps.</param>
/// <param name="EnteredAt">When it came there.</param>
/// <param name="DueAt">When it goes on.</param>
/// <param name="HeldDueAt">When it would go on, were its automation not paused.</param>
/// <param name="WaitsOnContact">True when the end of the visit depends on the contact.</param>
/// <param name="Failures">How often its walk has failed at this step.</param>
/// <param name="ParkedBecause">The error for which it was parked.</param>
/// <param name="AwaitedEvent">The name of the event that it waits for.</param>
/// <param name="ReceivedEventId">The event that it waited for, when it has arrived and is yet to take effect.</param>
/// <param name="MovedByEventId">The event that moved it last; null until one did.</param>
/// <param name="Depth">How many sent events lead to the one that made it.</param>
public sealed record RunPosition(
    StepId? StepId,
    int VisitNumber,
    DateTimeOffset? EnteredAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? HeldDueAt,
    bool WaitsOnContact,
    int Failures,
    string? ParkedBecause,
    string? AwaitedEvent,
    EventId? ReceivedEventId,
    EventId? MovedByEventId,
    int Depth = 0)
{
    /// <summary>True when it goes on by no timer, as it does while something is done outside.</summary>
    public bool MayAwaitEffect => EnteredAt is not null && DueAt is null && HeldDueAt is null;
}
