using Ardalis.Specification;

namespace Sendra.Domain.Workspaces;

/// <summary>Which workspace to read.</summary>
public sealed class WorkspaceSpec : Specification<Workspace>
{
    private WorkspaceSpec()
    {
    }

    /// <summary>One workspace.</summary>
    /// <param name="id">Its id.</param>
    public static WorkspaceSpec ById(WorkspaceId id)
    {
        var spec = new WorkspaceSpec();
        spec.Query.Where(workspace => workspace.Id == id);
        return spec;
    }
}
