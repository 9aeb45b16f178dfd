using Sendra.Application.Ingestion;
using Sendra.Domain.Events;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>What a source's mapping reads from a delivery: the same for its first try, a replay and a preview.</summary>
/// <param name="Payload">The body, or null if it can't be read.</param>
/// <param name="DeliveryId">The sender's id, or null if it has none.</param>
/// <param name="Mapped">What was read, or null.</param>
/// <param name="Skip">Why nothing was read, or null.</param>
internal sealed record DeliveryReading(Payload? Payload, string? DeliveryId, MappedDelivery? Mapped, SkipReason? Skip)
{
    /// <param name="body">The raw bytes.</param>
    /// <param name="contentType">The Content-Type header.</param>
    /// <param name="headers">The headers without secrets.</param>
    public static DeliveryReading Of(PayloadMapping mapping, byte[] body, string? contentType, RequestHeaders headers)
    {
        MappedDelivery? mapped = null;
        if (Payload.TryRead(body, contentType, headers["Content-Encoding"], out var payload, out var skip))
        {
            mapping.TryMap(payload, headers, out mapped, out skip);
        }

        return new DeliveryReading(payload, SenderDeliveryId.Read(mapping.DeliveryIdPath, payload, headers), mapped, skip);
    }

    /// <summary>Why it has no event, should it have none: also when nobody is found by the external id that names its contact.</summary>
    public SkipReason? WithoutEvent => Skip ?? Mapped?.SkipWhenUnknown;

    /// <summary>The request to process: one event, or none.</summary>
    /// <param name="deliveryId">The delivery's row.</param>
    public IReadOnlyList<IncomingEvent> Events(EventSourceId sourceId, DeliveryId deliveryId) => Mapped is null
        ? []
        : [new IncomingEvent(Mapped.Person, Mapped.EventName, Mapped.Properties, Mapped.ContactProperties, null, new EventOrigin(sourceId, deliveryId))];

    /// <summary>Identifies a repeated delivery (S6). Only a delivery that becomes an event can claim it.</summary>
    /// <param name="stored">The id that was read when the delivery arrived, in case the mapping reads none now.</param>
    public IdempotencyKey? Key(EventSourceId sourceId, string? stored = null) =>
        (DeliveryId ?? stored) is { } id ? IdempotencyKey.OfDelivery(sourceId, id) : null;
}
