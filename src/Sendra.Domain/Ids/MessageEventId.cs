namespace Sendra.Domain.Ids;

public readonly record struct MessageEventId(Guid Value) : IId<MessageEventId>
{
    public int CompareTo(MessageEventId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
