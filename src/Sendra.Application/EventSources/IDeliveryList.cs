using Sendra.Application.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>The current workspace's deliveries, in numbers that no aggregate is made for.</summary>
public interface IDeliveryList
{
    /// <summary>A part of a source's deliveries, newest first, without what was sent.</summary>
    /// <param name="status">That came to this; null for all.</param>
    /// <param name="paging">Which part.</param>
    Task<Page<DeliveryItem>> ListAsync(EventSourceId sourceId, DeliveryStatus? status, Paging paging, CancellationToken cancellationToken);

    /// <summary>A part of the deliveries of all sources that are skipped now, newest first, without what was sent.</summary>
    /// <param name="paging">Which part.</param>
    Task<Page<DeliveryItem>> ListSkippedAsync(Paging paging, CancellationToken cancellationToken);

    /// <summary>One delivery; without what was sent while a person whose address it holds is erased.</summary>
    Task<Delivery?> FindAsync(DeliveryId id, CancellationToken cancellationToken);

    /// <summary>What the deliveries of these sources came to; a source without any is missing.</summary>
    /// <param name="sourceIds">The sources.</param>
    Task<IReadOnlyDictionary<EventSourceId, DeliveryCounts>> CountAsync(IReadOnlyCollection<EventSourceId> sourceIds, CancellationToken cancellationToken);

    /// <summary>A source's skipped deliveries whose payload is still kept, oldest first.</summary>
    /// <param name="after">Later than this one; null for the oldest.</param>
    /// <param name="last">This one or earlier.</param>
    /// <param name="count">How many at most.</param>
    Task<IReadOnlyList<Delivery>> ListReplayableAsync(EventSourceId sourceId, DeliveryId? after, DeliveryId last, int count, CancellationToken cancellationToken);

    /// <summary>Erases all deliveries of a source, in small steps.</summary>
    Task EraseAsync(EventSourceId sourceId, CancellationToken cancellationToken);
}
