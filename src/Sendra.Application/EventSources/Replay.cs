using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>A skipped delivery, read again and ready to be processed (S9).</summary>
internal sealed class Replay
{
    private readonly Delivery _delivery;
    private readonly DeliveryReading _reading;

    private Replay(Delivery delivery, DeliveryReading reading) => (_delivery, _reading) = (delivery, reading);

    /// <summary>Whose event it would become; null when it still can't be mapped.</summary>
    public Person? Person => _reading.Mapped?.Person;

    /// <summary>Reads it with the source's current mapping.</summary>
    public static Replay Of(Delivery delivery, EventSource source) => new(
        delivery,
        DeliveryReading.Of(source.Mapping, delivery.Payload!, delivery.ContentType, RequestHeaders.FromJson(delivery.Headers!)));

    /// <summary>Processes it, or records why it still can't be mapped.</summary>
    /// <exception cref="DeliveryNotSkippedException">Another replay was faster.</exception>
    public async Task<DeliveryOutcome> RunAsync(IEventIngestor ingestor, CancellationToken cancellationToken)
    {
        var answer = await ingestor.IngestAsync(
            new IngestionRequest(
                _delivery.WorkspaceId,
                _reading.Events(_delivery.SourceId, _delivery.Id),
                _reading.Key(_delivery.SourceId, _delivery.DeliveryId),
                Delivery: new ReplayedDelivery(_delivery, _reading.WithoutEvent)),
            cancellationToken);
        return DeliveryOutcome.From(answer);
    }
}
