namespace Sendra.Domain.Ids;

public readonly record struct ContactImportId(Guid Value) : IId<ContactImportId>
{
    public int CompareTo(ContactImportId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
