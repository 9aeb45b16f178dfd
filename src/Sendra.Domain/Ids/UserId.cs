namespace Sendra.Domain.Ids;

public readonly record struct UserId(Guid Value) : IId<UserId>
{
    public int CompareTo(UserId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
