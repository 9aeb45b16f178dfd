namespace Sendra.Domain.Ids;

public readonly record struct InvitationId(Guid Value) : IId<InvitationId>
{
    public int CompareTo(InvitationId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
