namespace Sendra.Domain.Ids;

public readonly record struct PasskeyId(Guid Value) : IId<PasskeyId>
{
    public int CompareTo(PasskeyId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
