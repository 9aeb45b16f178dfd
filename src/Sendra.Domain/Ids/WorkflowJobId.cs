namespace Sendra.Domain.Ids;

public readonly record struct WorkflowJobId(Guid Value) : IId<WorkflowJobId>
{
    public int CompareTo(WorkflowJobId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
