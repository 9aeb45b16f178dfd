namespace Sendra.Domain.Ids;

public readonly record struct ApiKeyId(Guid Value) : IId<ApiKeyId>
{
    public int CompareTo(ApiKeyId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
