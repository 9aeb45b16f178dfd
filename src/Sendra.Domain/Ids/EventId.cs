namespace Sendra.Domain.Ids;

// The order of these ids is the order of the log.
public readonly record struct EventId(Guid Value) : IId<EventId>
{
    public int CompareTo(EventId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
