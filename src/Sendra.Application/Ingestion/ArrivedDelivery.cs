using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.Ingestion;

/// <summary>A delivery that has just arrived.</summary>
/// <param name="Receipt">The request.</param>
/// <param name="Refusal">What was wrong with its signature, or null.</param>
/// <param name="Skip">Why it has no event, should it have none: it can't be mapped, or nobody is found by the external id that it was mapped to.</param>
/// <param name="Addresses">Hashes of the addresses that it holds, by which an erasure finds it (L3); also of an external id that names its contact alone.</param>
/// <param name="EventAddress">That of the address or the external id which it was mapped to, or null.</param>
public sealed record ArrivedDelivery(
    DeliveryReceipt Receipt, SignatureCheck? Refusal, SkipReason? Skip, IReadOnlyList<AddressHash> Addresses, AddressHash? EventAddress) : IncomingDelivery
{
    public override int Size => Receipt.Body.Length;

    /// <summary>The email hashes to store. A processed delivery is also found by its event, and one without content needn't be found.</summary>
    public IEnumerable<AddressHash> AddressesToNote(Delivery became) => became switch
    {
        { Payload: null } => [],
        { Status: DeliveryStatus.Processed } => Addresses.Where(hash => hash != EventAddress),
        _ => Addresses,
    };

    public override Delivery Processed(EventId eventId, DateTimeOffset now) => Delivery.Processed(Receipt, eventId);

    public override Delivery Duplicate(EventId firstEventId, DateTimeOffset now) => Delivery.Duplicate(Receipt, firstEventId);

    public override Delivery DuplicateOfErased(EventId firstEventId, DateTimeOffset now) => Delivery.DuplicateOfErased(Receipt, firstEventId);

    public override IncomingDelivery SkippedFor(SkipReason reason) => this with { Skip = reason };

    public override Delivery WithoutEvent(DateTimeOffset now) => Refusal is not null
        ? Delivery.Refused(Receipt, Refusal)
        : Delivery.Skipped(Receipt, Skip ?? throw new InvalidOperationException("A delivery without an event says why."));
}
