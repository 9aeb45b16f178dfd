using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.GetDelivery;

internal sealed class GetDeliveryHandler(IRepository<Delivery> deliveries) : IRequestHandler<GetDeliveryQuery, DeliveryDetails>
{
    public async Task<DeliveryDetails> Handle(GetDeliveryQuery request, CancellationToken cancellationToken)
    {
        var delivery = await deliveries.GetAsync(DeliverySpec.ById(request.Id), "delivery", cancellationToken);
        return new DeliveryDetails(DeliveryItem.From(delivery), delivery.ContentType, Headers(delivery), delivery.Payload);
    }

    private static Dictionary<string, string>? Headers(Delivery delivery)
    {
        if (delivery.Headers is not { } json)
        {
            return null;
        }

        var headers = RequestHeaders.FromJson(json);
        return headers.Names.ToDictionary(name => name, name => headers[name]!);
    }
}
