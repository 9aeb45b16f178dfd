using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>What a source's mapping reads from a delivery: the same for its first try, a replay and a preview.</summary>
/// <param name="Payload">The body, or null if it can't be read.</param>
/// <param name="Document">The document in it that is read, or null if there is none.</param>
/// <param name="DeliveryId">The sender's id of the whole, or null if it has none.</param>
/// <param name="Items">What was read from each item, in order; at least one.</param>
/// <param name="IsList">Whether it was read as a list.</param>
internal sealed record DeliveryReading(Payload? Payload, Payload? Document, string? DeliveryId, IReadOnlyList<ReadItem> Items, bool IsList)
{
    /// <param name="body">The raw bytes.</param>
    /// <param name="contentType">The Content-Type header.</param>
    /// <param name="headers">The headers without secrets.</param>
    /// <param name="feedback">How the sender reports on emails, or null when it doesn't.</param>
    public static DeliveryReading Of(PayloadMapping mapping, byte[] body, string? contentType, RequestHeaders headers, FeedbackReader? feedback = null)
    {
        Payload? document = null;
        if (!Payload.TryRead(body, contentType, headers["Content-Encoding"], out var payload, out var skip)
            || (document = mapping.DocumentOf(payload, out skip)) is null
            || mapping.ItemsOf(document, out skip) is not { } items)
        {
            var id = SenderDeliveryId.Read(mapping.DeliveryIdPath, document ?? payload, headers);
            return new DeliveryReading(payload, document, id, [new ReadItem(id, null, skip)], IsList: false);
        }

        return mapping.ItemsPath is null
            ? Alone(mapping, payload, document, headers, feedback)
            : new DeliveryReading(
                payload,
                document,
                SenderDeliveryId.ReadShared(mapping.DeliveryIdPath, document, headers),
                [.. items.Select((item, index) => Read(mapping, item, headers, SenderDeliveryId.ReadItem(mapping.DeliveryIdPath, item, headers, index), feedback))],
                IsList: true);
    }

    private static DeliveryReading Alone(PayloadMapping mapping, Payload payload, Payload document, RequestHeaders headers, FeedbackReader? feedback)
    {
        var id = SenderDeliveryId.Read(mapping.DeliveryIdPath, document, headers);
        return new DeliveryReading(payload, document, id, [Read(mapping, document, headers, id, feedback)], IsList: false);
    }

    private static ReadItem Read(PayloadMapping mapping, Payload item, RequestHeaders headers, string? deliveryId, FeedbackReader? feedback)
    {
        if (!mapping.TryMap(item, headers, out var mapped, out var skip) || feedback?.Read(item, headers) is not { } said)
        {
            return new ReadItem(deliveryId, mapped, skip);
        }

        // A report that is sent again is the same, byte for byte, also where its sender gives it no id.
        return new ReadItem(deliveryId ?? SenderDeliveryId.OfContent(item), mapped with { EventName = said.NameOf(mapped.EventName) }, skip) { Feedback = said };
    }
}
