namespace Sendra.Domain.Ids;

public readonly record struct EventPatternId(Guid Value) : IId<EventPatternId>
{
    public int CompareTo(EventPatternId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
