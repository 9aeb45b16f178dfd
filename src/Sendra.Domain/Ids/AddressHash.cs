namespace Sendra.Domain.Ids;

// Stands for an email address where the address itself must not be kept.
public readonly record struct AddressHash(Guid Value) : IId<AddressHash>
{
    public int CompareTo(AddressHash other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
