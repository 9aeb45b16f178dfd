using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.Ingestion;

/// <summary>A delivery that has just arrived.</summary>
/// <param name="Receipt">The request.</param>
/// <param name="Refusal">What was wrong with its signature, or null.</param>
/// <param name="Skip">Why it can't be mapped, or null.</param>
public sealed record ArrivedDelivery(DeliveryReceipt Receipt, SignatureCheck? Refusal = null, SkipReason? Skip = null) : IncomingDelivery
{
    /// <inheritdoc />
    public override int Size => Receipt.Body.Length;

    /// <inheritdoc />
    public override Delivery Processed(Guid eventId, DateTimeOffset now) => Delivery.Processed(Receipt, eventId);

    /// <inheritdoc />
    public override Delivery Duplicate(Guid firstEventId, DateTimeOffset now) => Delivery.Duplicate(Receipt, firstEventId);

    /// <inheritdoc />
    public override Delivery WithoutEvent(DateTimeOffset now) => Refusal is not null
        ? Delivery.Refused(Receipt, Refusal)
        : Delivery.Skipped(Receipt, Skip ?? throw new InvalidOperationException("A delivery without an event says why."));
}
