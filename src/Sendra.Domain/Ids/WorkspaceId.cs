namespace Sendra.Domain.Ids;

public readonly record struct WorkspaceId(Guid Value) : IId<WorkspaceId>
{
    public int CompareTo(WorkspaceId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
