namespace Sendra.Domain.Ids;

public readonly record struct MessageId(Guid Value) : IId<MessageId>
{
    public int CompareTo(MessageId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
