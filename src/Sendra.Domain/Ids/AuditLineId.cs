namespace Sendra.Domain.Ids;

public readonly record struct AuditLineId(Guid Value) : IId<AuditLineId>
{
    public int CompareTo(AuditLineId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
