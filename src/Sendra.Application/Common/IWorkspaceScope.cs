namespace Sendra.Application.Common;

/// <summary>
/// Lets a request begin to work on behalf of a workspace that no session names. For registration, which makes the
/// workspace; everything else takes <see cref="IWorkspaceContext"/> as it comes.
/// </summary>
public interface IWorkspaceScope
{
    /// <summary>From here on the request works on behalf of this workspace.</summary>
    void Enter(WorkspaceId workspaceId);
}
