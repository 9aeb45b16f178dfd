using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>Which deliveries to read.</summary>
public sealed class DeliverySpec : Specification<Delivery>
{
    private DeliverySpec()
    {
    }

    /// <summary>One delivery.</summary>
    /// <param name="id">Its id.</param>
    public static DeliverySpec ById(Guid id)
    {
        var spec = new DeliverySpec();
        spec.Query.Where(delivery => delivery.Id == id);
        return spec;
    }

    /// <summary>A source's skipped deliveries that can still be replayed, oldest first.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="after">Later than this one; null for the oldest.</param>
    /// <param name="last">This one or earlier.</param>
    /// <param name="count">How many at most.</param>
    public static DeliverySpec Replayable(Guid sourceId, Guid? after, Guid last, int count)
    {
        var spec = new DeliverySpec();
        spec.Query.Where(delivery =>
            delivery.SourceId == sourceId && delivery.Status == DeliveryStatus.Skipped && delivery.Payload != null && delivery.Id <= last);
        if (after is { } id)
        {
            spec.Query.Where(delivery => delivery.Id > id);
        }

        spec.Query.OrderBy(delivery => delivery.Id).Take(count);
        return spec;
    }
}
