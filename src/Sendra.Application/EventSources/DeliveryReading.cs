using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>What a source's mapping reads from a delivery: the same for its first try, a replay and a preview.</summary>
/// <param name="Payload">The body, or null if it can't be read.</param>
/// <param name="DeliveryId">The sender's id of the whole, or null if it has none.</param>
/// <param name="Items">What was read from each item, in order; at least one.</param>
/// <param name="IsList">Whether it was read as a list.</param>
internal sealed record DeliveryReading(Payload? Payload, string? DeliveryId, IReadOnlyList<ReadItem> Items, bool IsList)
{
    /// <param name="body">The raw bytes.</param>
    /// <param name="contentType">The Content-Type header.</param>
    /// <param name="headers">The headers without secrets.</param>
    public static DeliveryReading Of(PayloadMapping mapping, byte[] body, string? contentType, RequestHeaders headers)
    {
        if (!Payload.TryRead(body, contentType, headers["Content-Encoding"], out var payload, out var skip)
            || mapping.ItemsOf(payload, out skip) is not { } items)
        {
            var id = SenderDeliveryId.Read(mapping.DeliveryIdPath, payload, headers);
            return new DeliveryReading(payload, id, [new ReadItem(id, null, skip)], IsList: false);
        }

        return mapping.ItemsPath is null
            ? Alone(mapping, payload, headers)
            : new DeliveryReading(
                payload,
                SenderDeliveryId.ReadShared(mapping.DeliveryIdPath, payload, headers),
                [.. items.Select((item, index) => Read(mapping, item, headers, SenderDeliveryId.ReadItem(mapping.DeliveryIdPath, item, headers, index)))],
                IsList: true);
    }

    private static DeliveryReading Alone(PayloadMapping mapping, Payload payload, RequestHeaders headers)
    {
        var id = SenderDeliveryId.Read(mapping.DeliveryIdPath, payload, headers);
        return new DeliveryReading(payload, id, [Read(mapping, payload, headers, id)], IsList: false);
    }

    private static ReadItem Read(PayloadMapping mapping, Payload item, RequestHeaders headers, string? deliveryId)
    {
        mapping.TryMap(item, headers, out var mapped, out var skip);
        return new ReadItem(deliveryId, mapped, skip);
    }
}
