using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.Domain.EventSources;
using Sendra.Domain.Messages;

namespace Sendra.Application.EventSources;

/// <summary>What a source's mapping reads from one item of a delivery.</summary>
/// <param name="DeliveryId">The id by which a repeat is known, or null.</param>
/// <param name="Mapped">What was read, or null.</param>
/// <param name="Skip">Why nothing was read, or null.</param>
internal sealed record ReadItem(string? DeliveryId, MappedDelivery? Mapped, SkipReason? Skip)
{
    /// <summary>What it says of a message that Sendra sent, or null (M5).</summary>
    public Feedback? Feedback { get; init; }

    /// <summary>The item to process: with an event, or without one.</summary>
    /// <param name="deliveryId">The delivery's row.</param>
    /// <param name="storedId">The id that was read when the delivery arrived, in case the mapping reads none now.</param>
    /// <param name="hashOf">Hashes whom it names; null when nothing is to be noted.</param>
    public IncomingItem ToIncoming(EventSourceId sourceId, DeliveryId deliveryId, string? storedId = null, Func<Person, AddressHash>? hashOf = null) => new(
        Mapped is null
            ? null
            : new IncomingEvent(Mapped.Person, Mapped.EventName, Mapped.Properties, Mapped.ContactProperties, null, new EventOrigin(sourceId, deliveryId)) { Feedback = Feedback },
        (DeliveryId ?? storedId) is { } id ? IdempotencyKey.OfDelivery(sourceId, id) : null,

        // Also when nobody is found by the external id that names its contact.
        Skip ?? Mapped!.SkipWhenUnknown,
        Mapped is null ? null : hashOf?.Invoke(Mapped.Person));
}
