namespace Sendra.Application.Workspaces;

/// <summary>Deletes workspaces.</summary>
public interface IWorkspaceDeletion
{
    /// <summary>
    /// Deletes a workspace: from now on nobody sees it, and its sessions, keys and URLs are dead. What it has is purged in the
    /// background.
    /// </summary>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="by">Who deletes it.</param>
    /// <returns>False if the user is no longer an owner of it, or it is deleted already.</returns>
    Task<bool> DeleteAsync(WorkspaceId workspaceId, UserId by, CancellationToken cancellationToken);
}
