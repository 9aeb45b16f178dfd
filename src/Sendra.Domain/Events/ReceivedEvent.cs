using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

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

    private ReceivedEvent(EventId id, WorkspaceId workspaceId, ContactId contactId, string eventName, RawJson? properties, DateTimeOffset? occurredAt, EventSourceId? sourceId, DeliveryId? deliveryId, int enrolled, int exited, int woken, bool hasEffect, IReadOnlyList<Decision>? decisions, RawJson? contactProperties, IReadOnlyList<ContactWarning>? warnings, DateTimeOffset? historyAt, bool isOfMany, AutomationId? automationId, EnrollmentId? enrollmentId, EventClient? client)
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
        Woken = woken;
        HasEffect = hasEffect;
        Decisions = decisions ?? [];
        ContactProperties = contactProperties;
        Warnings = warnings ?? [];
        HistoryAt = historyAt;
        IsOfMany = isOfMany;
        AutomationId = automationId;
        EnrollmentId = enrollmentId;
        Client = client;
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

    /// <summary>The event source it came through, or null.</summary>
    public EventSourceId? SourceId { get; }

    /// <summary>The delivery it came with, or null.</summary>
    public DeliveryId? DeliveryId { get; }

    /// <summary>The automation whose step sent it, or null.</summary>
    public AutomationId? AutomationId { get; }

    /// <summary>The run whose step sent it, or null.</summary>
    public EnrollmentId? EnrollmentId { get; }

    /// <summary>The other product whose client sent it, or null.</summary>
    public EventClient? Client { get; }

    /// <summary>How it was received.</summary>
    public EventOrigin Origin => new(SourceId, DeliveryId, AutomationId, EnrollmentId, Client);

    /// <summary>How many automations enrolled the contact (E6).</summary>
    public int Enrolled { get; }

    /// <summary>How many active enrollments ended (E6).</summary>
    public int Exited { get; }

    /// <summary>How many waiting runs it woke (E6).</summary>
    public int Woken { get; }

    /// <summary>True when it enrolled, exited or woke anybody. Kept, because what did something is often little in a long log.</summary>
    public bool HasEffect { get; }

    /// <summary>What every automation that listens for the name decided (A7).</summary>
    public IReadOnlyList<Decision> Decisions { get; }

    /// <summary>What the sender said about the contact, exactly as sent (E13).</summary>
    public RawJson? ContactProperties { get; }

    /// <summary>What of it was left out, and why (E13).</summary>
    public IReadOnlyList<ContactWarning> Warnings { get; }

    /// <summary>
    /// For an event that was filled in afterwards (E12), when it counts as having happened: by the sender's word, or else on arrival. Null
    /// for one that came as it happened.
    /// </summary>
    public DateTimeOffset? HistoryAt { get; }

    /// <summary>True for an event that is no history, of a contact who has <see cref="Contact.ManyEvents"/>: it is in the index by name.</summary>
    public bool IsOfMany { get; }

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
    /// <param name="contactProperties">What the sender said about the contact.</param>
    /// <param name="warnings">What of it was left out.</param>
    /// <param name="isHistory">True when it was filled in afterwards.</param>
    /// <param name="hasMany">True when its contact has many events.</param>
    public static ReceivedEvent Record(
        EventId id,
        WorkspaceId workspaceId,
        ContactId contactId,
        EventName name,
        RawJson? properties,
        DateTimeOffset? occurredAt,
        EventOrigin origin,
        IReadOnlyList<Decision> decisions,
        RawJson? contactProperties = null,
        IReadOnlyList<ContactWarning>? warnings = null,
        bool isHistory = false,
        bool hasMany = false)
    {
        var (enrolled, exited, woken) = (Count(DecisionOutcome.Enrolled), Count(DecisionOutcome.Exited), Count(DecisionOutcome.Woken));
        return new ReceivedEvent(
            id,
            workspaceId,
            contactId,
            name.Value,
            properties,
            occurredAt,
            origin.SourceId,
            origin.DeliveryId,
            enrolled,
            exited,
            woken,
            enrolled + exited + woken > 0,
            decisions,
            contactProperties,
            warnings,
            isHistory ? occurredAt ?? TimeOrderedId.TimeOf(id) : null,
            hasMany && !isHistory,
            origin.AutomationId,
            origin.EnrollmentId,
            origin.Client);

        int Count(DecisionOutcome outcome) => decisions.Count(decision => decision.Outcome == outcome);
    }
}
