using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.Ingestion;

/// <summary>A delivery that has just arrived.</summary>
/// <param name="Receipt">The request.</param>
/// <param name="Refusal">What was wrong with its signature, or null.</param>
/// <param name="Addresses">Hashes of the addresses that it holds, by which an erasure finds it (L3); also of external ids that name a contact alone.</param>
public sealed record ArrivedDelivery(
    DeliveryReceipt Receipt, SignatureCheck? Refusal, IReadOnlyList<IncomingItem> Items, bool IsList, IReadOnlyCollection<AddressHash> Addresses)
    : IncomingDelivery(Items, IsList)
{
    public override int Size => Receipt.Body.Length;

    /// <summary>The email hashes to store. A person whose item became an event finds it by that, and one without content needn't be found.</summary>
    /// <param name="became">Its row.</param>
    /// <param name="outcomes">What became of its items.</param>
    public IEnumerable<AddressHash> AddressesToNote(Delivery became, IReadOnlyList<ItemOutcome> outcomes) => became.Payload is null
        ? []
        : Addresses.Except(Items.Zip(outcomes).Where(one => one.Second.Status == DeliveryStatus.Processed).Select(one => one.First.Address).OfType<AddressHash>());

    public override Delivery Become(IReadOnlyList<ItemOutcome> outcomes, bool keepsContent, DateTimeOffset now) => Refusal is not null
        ? Delivery.Refused(Receipt, Refusal)
        : Delivery.Record(Receipt, new DeliveryOutcomes(outcomes, IsList), keepsContent);
}
