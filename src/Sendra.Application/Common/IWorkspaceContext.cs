namespace Sendra.Application.Common;

/// <summary>The workspace on whose behalf the current request runs.</summary>
public interface IWorkspaceContext
{
    /// <summary>Its id; null outside any workspace, where workspace-owned data can't be read or written at all.</summary>
    WorkspaceId? CurrentWorkspaceId { get; }

    /// <exception cref="InvalidOperationException">The request runs on behalf of no workspace: a bug, not bad input.</exception>
    WorkspaceId WorkspaceId => CurrentWorkspaceId
        ?? throw new InvalidOperationException("This needs a workspace, and the request runs on behalf of none.");
}
