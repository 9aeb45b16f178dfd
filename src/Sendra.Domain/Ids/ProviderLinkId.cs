namespace Sendra.Domain.Ids;

public readonly record struct ProviderLinkId(Guid Value) : IId<ProviderLinkId>
{
    public int CompareTo(ProviderLinkId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
