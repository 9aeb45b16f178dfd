using Sendra.Application.Common;
using Sendra.Domain.Messages;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Suppressions;

/// <summary>Opens links, and shows their pages.</summary>
internal sealed class UnsubscribePages(IConsents consents, IWorkspaceScope scope, IRepository<Workspace> workspaces)
{
    /// <summary>Does something with what a link says, on behalf of its workspace, and shows how it stands afterwards; null when the link is none.</summary>
    public async Task<UnsubscribePage?> ShowAsync(string? link, Func<UnsubscribeToken, Task> act, CancellationToken cancellationToken)
    {
        if (await consents.OpenAsync(link, cancellationToken) is not { } token)
        {
            return null;
        }

        scope.Enter(token.WorkspaceId);
        await act(token);
        var workspace = await workspaces.GetAsync(WorkspaceSpec.ById(token.WorkspaceId), "workspace", cancellationToken);
        return new UnsubscribePage(workspace.Name, await consents.ReadAsync(token, cancellationToken));
    }
}
