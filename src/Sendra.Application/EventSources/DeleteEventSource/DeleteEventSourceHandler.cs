using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.DeleteEventSource;

internal sealed class DeleteEventSourceHandler(
    IRepository<EventSource> sources, IUnitOfWork unitOfWork, IDeliveryList deliveries, TimeProvider clock)
    : IRequestHandler<DeleteEventSourceCommand, Unit>
{
    public async Task<Unit> Handle(DeleteEventSourceCommand request, CancellationToken cancellationToken)
    {
        var source = await sources.GetAsync(EventSourceSpec.ById(request.Id), "eventSource", cancellationToken);

        // First nothing new may arrive; then its deliveries go in small steps, since there may be millions. Broken off
        // in between, the source is left disabled and can be deleted again.
        source.Disable(clock.GetUtcNow());
        await unitOfWork.SaveChangesAsync(cancellationToken);
        await deliveries.EraseAsync(source.Id, cancellationToken);
        sources.Remove(source);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
