using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.EventSources.ListSkippedDeliveries;

internal sealed class ListSkippedDeliveriesHandler(IDeliveryList deliveries) : IRequestHandler<ListSkippedDeliveriesQuery, Page<DeliveryItem>>
{
    public Task<Page<DeliveryItem>> Handle(ListSkippedDeliveriesQuery request, CancellationToken cancellationToken) =>
        deliveries.ListSkippedAsync(request.Paging, cancellationToken);
}
