namespace Sendra.Domain.Ids;

public readonly record struct EnrollmentId(Guid Value) : IId<EnrollmentId>
{
    public int CompareTo(EnrollmentId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
