using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.Domain.Messages;

namespace Sendra.Application.Ingestion;

/// <summary>An incoming event, checked and normalized, however it was received.</summary>
/// <param name="Person">Whose event it is.</param>
/// <param name="Name">The event's name.</param>
/// <param name="Properties">The event's properties.</param>
/// <param name="ContactProperties">A JSON object with what it says about the person, or null.</param>
/// <param name="OccurredAt">When it happened, according to the sender.</param>
/// <param name="Origin">How it was received.</param>
/// <param name="IsHistory">True when it is filled in afterwards: it is logged and counted, and moves nobody (E12).</param>
public sealed record IncomingEvent(
    Person Person,
    EventName Name,
    RawJson? Properties,
    RawJson? ContactProperties,
    DateTimeOffset? OccurredAt,
    EventOrigin Origin,
    bool IsHistory = false)
{
    /// <summary>One whose person is named by address alone.</summary>
    public IncomingEvent(
        EmailAddress email, EventName name, RawJson? properties, RawJson? contactProperties, DateTimeOffset? occurredAt, EventOrigin origin)
        : this(Person.At(email), name, properties, contactProperties, occurredAt, origin)
    {
    }

    /// <summary>How many events that steps sent lead to it, itself included: 0 for one from outside (F12).</summary>
    public int Depth { get; init; }

    /// <summary>What makes a repeat of this one event known, whatever else came with it; null when its call has a key, or none.</summary>
    public IdempotencyKey? Key { get; init; }

    /// <summary>What it says of a message that Sendra sent (M5); null for all events but the reports of mail providers.</summary>
    public Feedback? Feedback { get; init; }

    /// <summary>About how many bytes its JSON uses in memory.</summary>
    public int Size => ((Properties?.Text.Length ?? 0) + (ContactProperties?.Text.Length ?? 0)) * sizeof(char);
}
