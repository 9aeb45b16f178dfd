using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.ListDeliveries;

internal sealed class ListDeliveriesHandler(IRepository<EventSource> sources, IDeliveryList deliveries)
    : IRequestHandler<ListDeliveriesQuery, Page<DeliveryItem>>
{
    public async Task<Page<DeliveryItem>> Handle(ListDeliveriesQuery request, CancellationToken cancellationToken)
    {
        var source = await sources.GetAsync(EventSourceSpec.ById(request.SourceId), "eventSource", cancellationToken);
        return await deliveries.ListAsync(source.Id, request.Status, request.Paging, cancellationToken);
    }
}
