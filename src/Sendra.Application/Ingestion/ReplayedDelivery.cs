using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>A delivery whose skipped items are tried again (S9).</summary>
/// <param name="Delivery">The delivery as it was read. If these items are no longer skipped by then, the request is refused.</param>
public sealed record ReplayedDelivery(Delivery Delivery, IReadOnlyList<IncomingItem> Items, bool IsList) : IncomingDelivery(Items, IsList)
{
    public override int Size => Delivery.Payload?.Length ?? 0;

    public override Delivery Become(IReadOnlyList<ItemOutcome> outcomes, bool keepsContent, DateTimeOffset now) =>
        Delivery.Replayed(new DeliveryOutcomes(outcomes, IsList), keepsContent, now);
}
