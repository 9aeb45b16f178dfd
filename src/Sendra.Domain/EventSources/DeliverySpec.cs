using Ardalis.Specification;

namespace Sendra.Domain.EventSources;

/// <summary>Which deliveries to read.</summary>
public sealed class DeliverySpec : Specification<Delivery>
{
    private DeliverySpec()
    {
    }

    public static DeliverySpec ById(DeliveryId id)
    {
        var spec = new DeliverySpec();
        spec.Query.Where(delivery => delivery.Id == id);
        return spec;
    }
}
