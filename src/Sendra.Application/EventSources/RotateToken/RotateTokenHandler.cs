using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.RotateToken;

internal sealed class RotateTokenHandler(
    IRepository<EventSource> sources, IUnitOfWork unitOfWork, IDeliveryList deliveries, ISourceSecrets secrets, TimeProvider clock)
    : IRequestHandler<RotateTokenCommand, EventSourceResult>
{
    public async Task<EventSourceResult> Handle(RotateTokenCommand request, CancellationToken cancellationToken)
    {
        var source = await sources.GetAsync(EventSourceSpec.ById(request.Id), "eventSource", cancellationToken);
        source.Rotate(TimeSpan.FromHours(request.OverlapHours ?? 0), clock.GetUtcNow(), secrets.Protect);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await deliveries.DescribeAsync(source, secrets, cancellationToken);
    }
}
