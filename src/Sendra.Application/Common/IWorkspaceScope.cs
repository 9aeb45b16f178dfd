namespace Sendra.Application.Common;

/// <summary>
/// Lets a request work on behalf of a workspace that no session names. For registration, which creates the
/// workspace; everything else uses <see cref="IWorkspaceContext"/>.
/// </summary>
public interface IWorkspaceScope
{
    /// <summary>From here on the request works on behalf of this workspace.</summary>
    void Enter(WorkspaceId workspaceId);
}
