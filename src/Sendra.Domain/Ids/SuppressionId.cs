namespace Sendra.Domain.Ids;

public readonly record struct SuppressionId(Guid Value) : IId<SuppressionId>
{
    public int CompareTo(SuppressionId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
