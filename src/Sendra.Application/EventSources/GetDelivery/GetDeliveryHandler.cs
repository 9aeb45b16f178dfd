using MediatR;
using Sendra.Domain.Common;

namespace Sendra.Application.EventSources.GetDelivery;

internal sealed class GetDeliveryHandler(IDeliveryList deliveries) : IRequestHandler<GetDeliveryQuery, DeliveryDetails>
{
    public async Task<DeliveryDetails> Handle(GetDeliveryQuery request, CancellationToken cancellationToken) =>
        DeliveryDetails.From(await deliveries.FindAsync(request.Id, cancellationToken) ?? throw new NotFoundException("delivery"));
}
