using Sendra.Application.Common;

namespace Sendra.Infrastructure.Persistence.Workspaces;

/// <summary>Work on behalf of no workspace: migrations, and contexts whose callers name the workspace themselves.</summary>
internal sealed class NoWorkspace : IWorkspaceContext
{
    public static readonly NoWorkspace Instance = new();

    public WorkspaceId? CurrentWorkspaceId => null;
}
