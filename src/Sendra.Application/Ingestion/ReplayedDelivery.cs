using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>A skipped delivery that is tried again (S9).</summary>
/// <param name="Delivery">The delivery as it was read. If it is no longer skipped by then, the request is refused.</param>
/// <param name="Skip">Why it still has no event, should it have none.</param>
public sealed record ReplayedDelivery(Delivery Delivery, SkipReason? Skip = null) : IncomingDelivery
{
    public override int Size => Delivery.Payload?.Length ?? 0;

    public override Delivery Processed(EventId eventId, DateTimeOffset now) => Delivery.ReplayProcessed(eventId, now);

    public override Delivery Duplicate(EventId firstEventId, DateTimeOffset now) => Delivery.ReplayDuplicate(firstEventId, now);

    public override Delivery DuplicateOfErased(EventId firstEventId, DateTimeOffset now)
    {
        var delivery = Duplicate(firstEventId, now);
        delivery.ForgetPayload();
        return delivery;
    }

    public override IncomingDelivery SkippedFor(SkipReason reason) => this with { Skip = reason };

    public override Delivery WithoutEvent(DateTimeOffset now) =>
        Delivery.ReplaySkipped(Skip ?? throw new InvalidOperationException("A delivery without an event says why."), now);
}
