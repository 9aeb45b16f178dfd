namespace Sendra.Domain.Ids;

public readonly record struct TemplateId(Guid Value) : IId<TemplateId>
{
    public int CompareTo(TemplateId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
