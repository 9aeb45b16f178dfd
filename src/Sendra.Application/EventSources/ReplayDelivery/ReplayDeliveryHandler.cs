using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.ReplayDelivery;

internal sealed class ReplayDeliveryHandler(IRepository<Delivery> deliveries, IRepository<EventSource> sources, ISourceSecrets secrets, ISigningCertificates certificates, IEventIngestor ingestor)
    : IRequestHandler<ReplayDeliveryCommand, DeliveryOutcome>
{
    public async Task<DeliveryOutcome> Handle(ReplayDeliveryCommand request, CancellationToken cancellationToken)
    {
        var delivery = await deliveries.GetAsync(DeliverySpec.ById(request.Id), "delivery", cancellationToken);
        delivery.EnsureReplayable();
        var source = await sources.GetAsync(EventSourceSpec.ById(delivery.SourceId), "eventSource", cancellationToken);
        try
        {
            var replay = await Replay.OfAsync(delivery, source, secrets, certificates, cancellationToken);
            return await replay.RunAsync(ingestor, cancellationToken);
        }
        catch (DeliveryNotSkippedException)
        {
            throw new ConflictException("deliveryReplayed", "Someone else replayed this delivery at the same time. Load it again to see the outcome.");
        }
    }
}
