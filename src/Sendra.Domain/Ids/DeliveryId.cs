namespace Sendra.Domain.Ids;

// Ours. The sender's own id of a delivery is a text, see SenderDeliveryId.
public readonly record struct DeliveryId(Guid Value) : IId<DeliveryId>
{
    public int CompareTo(DeliveryId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
