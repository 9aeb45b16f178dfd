using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.GetDelivery;

/// <summary>One delivery with its headers and payload.</summary>
/// <param name="Item">The delivery and its outcome.</param>
/// <param name="ContentType">The Content-Type header.</param>
/// <param name="Headers">The headers without secrets; null once they are no longer kept.</param>
/// <param name="Payload">The raw bytes of the body; null once they are no longer kept.</param>
public sealed record DeliveryDetails(DeliveryItem Item, string? ContentType, IReadOnlyDictionary<string, string>? Headers, byte[]? Payload)
{
    internal static DeliveryDetails From(Delivery delivery) =>
        new(DeliveryItem.From(delivery), delivery.ContentType, HeadersOf(delivery), delivery.Payload);

    private static Dictionary<string, string>? HeadersOf(Delivery delivery)
    {
        if (delivery.Headers is not { } json)
        {
            return null;
        }

        var headers = RequestHeaders.FromJson(json);
        return headers.Names.ToDictionary(name => name, name => headers[name]!);
    }
}
