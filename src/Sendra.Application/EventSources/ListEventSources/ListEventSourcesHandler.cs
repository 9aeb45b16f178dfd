using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.ListEventSources;

internal sealed class ListEventSourcesHandler(IRepository<EventSource> sources, IDeliveryList deliveries, ISourceSecrets secrets)
    : IRequestHandler<ListEventSourcesQuery, Page<EventSourceResult>>
{
    public async Task<Page<EventSourceResult>> Handle(ListEventSourcesQuery request, CancellationToken cancellationToken)
    {
        var rows = await sources.ListAsync(EventSourceSpec.Newest(request.Paging.AfterId<EventSourceId>(), request.Paging.Size + 1), cancellationToken);
        var page = request.Paging.Cut(rows, source => source.Id);
        var traffic = await deliveries.CountAsync([.. page.Items.Select(source => source.Id)], cancellationToken);
        return new Page<EventSourceResult>(
            [.. page.Items.Select(source => EventSourceResult.From(source, secrets, traffic.GetValueOrDefault(source.Id, SourceTraffic.None)))],
            page.NextCursor);
    }
}
