namespace Sendra.Domain.Ids;

// Random, unlike the others: nothing is sorted by it.
public readonly record struct SessionId(Guid Value) : IId<SessionId>
{
    public int CompareTo(SessionId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
