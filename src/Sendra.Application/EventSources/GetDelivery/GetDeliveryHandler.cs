using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.GetDelivery;

internal sealed class GetDeliveryHandler(IRepository<Delivery> deliveries) : IRequestHandler<GetDeliveryQuery, DeliveryDetails>
{
    public async Task<DeliveryDetails> Handle(GetDeliveryQuery request, CancellationToken cancellationToken) =>
        DeliveryDetails.From(await deliveries.GetAsync(DeliverySpec.ById(request.Id), "delivery", cancellationToken));
}
