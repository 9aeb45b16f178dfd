using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.GetEventSource;

internal sealed class GetEventSourceHandler(IRepository<EventSource> sources, IDeliveryList deliveries, ISourceSecrets secrets)
    : IRequestHandler<GetEventSourceQuery, EventSourceResult>
{
    public async Task<EventSourceResult> Handle(GetEventSourceQuery request, CancellationToken cancellationToken)
    {
        var source = await sources.GetAsync(EventSourceSpec.ById(request.Id), "eventSource", cancellationToken);
        return await deliveries.DescribeAsync(source, secrets, cancellationToken);
    }
}
