using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.EventSources.CountDeliveries;

internal sealed class CountDeliveriesHandler(
    IRepository<EventSource> sources, IRepository<Workspace> workspaces, IWorkspaceContext workspace, IDeliveriesByDay deliveries, TimeProvider clock)
    : IRequestHandler<CountDeliveriesQuery, DeliveryDays>
{
    public async Task<DeliveryDays> Handle(CountDeliveriesQuery request, CancellationToken cancellationToken)
    {
        await sources.GetAsync(EventSourceSpec.ById(request.SourceId), "eventSource", cancellationToken);
        var settings = await workspaces.GetAsync(WorkspaceSpec.ById(workspace.WorkspaceId), "workspace", cancellationToken);
        var days = LocalDay.Last(request.Days ?? LocalDay.UsualCount, settings.Zone, clock.GetUtcNow());
        return new DeliveryDays(settings.TimeZone, await deliveries.CountAsync(request.SourceId, days, cancellationToken));
    }
}
