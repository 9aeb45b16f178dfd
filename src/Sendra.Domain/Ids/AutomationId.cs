namespace Sendra.Domain.Ids;

public readonly record struct AutomationId(Guid Value) : IId<AutomationId>
{
    public int CompareTo(AutomationId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
