using Sendra.Domain.Common;

namespace Sendra.Domain.Events;

/// <summary>One custom event that arrived, with what it did. Append-only.</summary>
public sealed class ReceivedEvent : IWorkspaceOwned
{
    /// <summary>The maximum size of the properties, and of those of the contact, in bytes of UTF-8 (E3).</summary>
    public const int MaxPropertiesBytes = 256 * 1024;

    /// <summary>The maximum nesting of the properties (E3).</summary>
    public const int MaxPropertiesDepth = DotPath.MaxSegments;

    /// <summary>How far <c>occurredAt</c> may lie ahead of the server's clock (E9).</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(5);

    private ReceivedEvent(EventId id, WorkspaceId workspaceId, ContactId contactId, string eventName, RawJson? properties, DateTimeOffset? occurredAt, EventSourceId? sourceId, DeliveryId? deliveryId, int enrolled, int exited, IReadOnlyList<Decision>? decisions)
    {
        Id = id;
        WorkspaceId = workspaceId;
        ContactId = contactId;
        EventName = eventName;
        Properties = properties;
        OccurredAt = occurredAt;
        SourceId = sourceId;
        DeliveryId = deliveryId;
        Enrolled = enrolled;
        Exited = exited;
        Decisions = decisions ?? [];
    }

    /// <summary>Its id, which carries the time of arrival and, per contact, the order of effect (E7).</summary>
    public EventId Id { get; }

    public WorkspaceId WorkspaceId { get; }

    /// <summary>The person who did it.</summary>
    public ContactId ContactId { get; }

    /// <summary>Its name; see <see cref="Events.EventName"/>.</summary>
    public string EventName { get; }

    /// <summary>The event's properties, exactly as sent (E3).</summary>
    public RawJson? Properties { get; }

    /// <summary>When it happened, according to the sender. Only shown, never used for order or rules (E9).</summary>
    public DateTimeOffset? OccurredAt { get; }

    /// <summary>The event source it came through, or null for the API.</summary>
    public EventSourceId? SourceId { get; }

    /// <summary>The delivery it came with, or null for the API.</summary>
    public DeliveryId? DeliveryId { get; }

    /// <summary>How many automations enrolled the contact (E6).</summary>
    public int Enrolled { get; }

    /// <summary>How many active enrollments ended (E6).</summary>
    public int Exited { get; }

    /// <summary>What every automation that listens for the name decided (A7).</summary>
    public IReadOnlyList<Decision> Decisions { get; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset ReceivedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>Records an event with its decisions, from which the counts follow.</summary>
    /// <param name="id">An id made when its turn came.</param>
    /// <param name="contactId">The person who did it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="properties">The event's properties.</param>
    /// <param name="occurredAt">When it happened, according to the sender.</param>
    /// <param name="origin">How it was received.</param>
    /// <param name="decisions">What the automations decided.</param>
    public static ReceivedEvent Record(
        EventId id,
        WorkspaceId workspaceId,
        ContactId contactId,
        EventName name,
        RawJson? properties,
        DateTimeOffset? occurredAt,
        EventOrigin origin,
        IReadOnlyList<Decision> decisions) =>
        new(
            id,
            workspaceId,
            contactId,
            name.Value,
            properties,
            occurredAt,
            origin.SourceId,
            origin.DeliveryId,
            decisions.Count(decision => decision.Outcome == DecisionOutcome.Enrolled),
            decisions.Count(decision => decision.Outcome == DecisionOutcome.Exited),
            decisions);
}
