using Sendra.Application.Common;

namespace Sendra.Infrastructure.Persistence.Workspaces;

/// <summary>A workspace that no request names.</summary>
internal sealed record FixedWorkspace(WorkspaceId Id) : IWorkspaceContext
{
    public WorkspaceId? CurrentWorkspaceId => Id;
}
