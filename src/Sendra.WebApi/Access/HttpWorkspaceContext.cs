using Sendra.Application.Common;

namespace Sendra.WebApi.Access;

/// <summary>The workspace that the request's session or key names, or the one that it enters.</summary>
internal sealed class HttpWorkspaceContext(IHttpContextAccessor accessor) : IWorkspaceContext, IWorkspaceScope
{
    private WorkspaceId? _entered;

    public WorkspaceId? CurrentWorkspaceId => _entered ?? accessor.HttpContext?.User.Caller()?.WorkspaceId;

    public void Enter(WorkspaceId workspaceId) => _entered = workspaceId;
}
