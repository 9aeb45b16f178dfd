namespace Sendra.Domain.Ids;

public readonly record struct AccountMailId(Guid Value) : IId<AccountMailId>
{
    public int CompareTo(AccountMailId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
