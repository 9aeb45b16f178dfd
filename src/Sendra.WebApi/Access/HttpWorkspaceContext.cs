using Sendra.Application.Common;

namespace Sendra.WebApi.Access;

/// <summary>The workspace that the request's session or key names, or the one that it enters.</summary>
internal sealed class HttpWorkspaceContext(IHttpContextAccessor accessor) : IWorkspaceContext, IWorkspaceScope
{
    private Guid? _entered;

    public Guid? CurrentWorkspaceId => _entered ?? accessor.HttpContext?.User.Caller()?.WorkspaceId;

    public void Enter(Guid workspaceId) => _entered = workspaceId;
}
