using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces.GetWorkspaceName;

internal sealed class GetWorkspaceNameHandler(IRepository<Workspace> workspaces, IWorkspaceContext context) : IRequestHandler<GetWorkspaceNameQuery, string>
{
    public async Task<string> Handle(GetWorkspaceNameQuery request, CancellationToken cancellationToken) =>
        (await workspaces.GetAsync(WorkspaceSpec.ById(context.WorkspaceId), "workspace", cancellationToken)).Name;
}
