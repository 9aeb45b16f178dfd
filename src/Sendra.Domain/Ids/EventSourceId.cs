namespace Sendra.Domain.Ids;

public readonly record struct EventSourceId(Guid Value) : IId<EventSourceId>
{
    public int CompareTo(EventSourceId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
