namespace Sendra.Domain.Ids;

public readonly record struct ClaimId(Guid Value) : IId<ClaimId>
{
    public int CompareTo(ClaimId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
