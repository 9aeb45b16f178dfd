using Ardalis.Specification;

namespace Sendra.Domain.EventSources;

/// <summary>Which deliveries to read.</summary>
public sealed class DeliverySpec : Specification<Delivery>
{
    private DeliverySpec()
    {
    }

    /// <summary>One delivery.</summary>
    /// <param name="id">Its id.</param>
    public static DeliverySpec ById(DeliveryId id)
    {
        var spec = new DeliverySpec();
        spec.Query.Where(delivery => delivery.Id == id);
        return spec;
    }
}
