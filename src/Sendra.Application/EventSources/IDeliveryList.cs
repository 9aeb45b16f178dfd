using Sendra.Application.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>Reads the current workspace's deliveries, which are too many for an aggregate.</summary>
public interface IDeliveryList
{
    /// <summary>A page of a source's deliveries, newest first, without headers and payloads.</summary>
    /// <param name="status">Only deliveries with this outcome; null for all.</param>
    Task<Page<DeliveryItem>> ListAsync(EventSourceId sourceId, DeliveryStatus? status, Paging paging, CancellationToken cancellationToken);

    /// <summary>A page of the skipped deliveries of all sources, newest first, without headers and payloads.</summary>
    Task<Page<DeliveryItem>> ListSkippedAsync(Paging paging, CancellationToken cancellationToken);

    /// <summary>One delivery; without headers and payload while a person whose email it holds is being erased.</summary>
    Task<Delivery?> FindAsync(DeliveryId id, CancellationToken cancellationToken);

    /// <summary>What came to these sources. A source without deliveries is missing.</summary>
    /// <param name="sourceIds">The sources.</param>
    Task<IReadOnlyDictionary<EventSourceId, SourceTraffic>> CountAsync(IReadOnlyCollection<EventSourceId> sourceIds, CancellationToken cancellationToken);

    /// <summary>A source's skipped deliveries whose payload is still stored, oldest first.</summary>
    /// <param name="after">Later than this one; null for the oldest.</param>
    /// <param name="last">This one or earlier.</param>
    /// <param name="count">How many at most.</param>
    Task<IReadOnlyList<Delivery>> ListReplayableAsync(EventSourceId sourceId, DeliveryId? after, DeliveryId last, int count, CancellationToken cancellationToken);

    /// <summary>Erases all deliveries of a source, in small steps.</summary>
    Task EraseAsync(EventSourceId sourceId, CancellationToken cancellationToken);
}
