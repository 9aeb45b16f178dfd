using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces.GetWorkspaceSettings;

internal sealed class GetWorkspaceSettingsHandler(IRepository<Workspace> workspaces, IWorkspaceContext context)
    : IRequestHandler<GetWorkspaceSettingsQuery, WorkspaceSettings>
{
    public async Task<WorkspaceSettings> Handle(GetWorkspaceSettingsQuery request, CancellationToken cancellationToken)
    {
        var workspace = await workspaces.GetAsync(WorkspaceSpec.ById(context.WorkspaceId), "workspace", cancellationToken);
        return WorkspaceSettings.Of(workspace);
    }
}
