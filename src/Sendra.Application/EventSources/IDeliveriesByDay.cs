using Sendra.Application.Common;

namespace Sendra.Application.EventSources;

/// <summary>Counts the current workspace's deliveries by day.</summary>
public interface IDeliveriesByDay
{
    /// <summary>What each of these days brought, in their order.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="days">The days.</param>
    Task<IReadOnlyList<DeliveryDay>> CountAsync(EventSourceId sourceId, IReadOnlyList<LocalDay> days, CancellationToken cancellationToken);
}
