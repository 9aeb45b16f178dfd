using Ardalis.Specification;

namespace Sendra.Domain.Workspaces;

/// <summary>Which workspace to read.</summary>
public sealed class WorkspaceSpec : Specification<Workspace>
{
    private WorkspaceSpec()
    {
    }

    public static WorkspaceSpec ById(WorkspaceId id)
    {
        var spec = new WorkspaceSpec();
        spec.Query.Where(workspace => workspace.Id == id);
        return spec;
    }
}
