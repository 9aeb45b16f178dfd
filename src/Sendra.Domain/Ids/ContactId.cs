namespace Sendra.Domain.Ids;

public readonly record struct ContactId(Guid Value) : IId<ContactId>
{
    public int CompareTo(ContactId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
