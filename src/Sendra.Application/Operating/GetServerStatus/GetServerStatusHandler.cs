using MediatR;
using Sendra.Application.Access;
using Sendra.Application.Common;
using Sendra.Domain.Access;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Operating.GetServerStatus;

internal sealed class GetServerStatusHandler(IRepository<Workspace> workspaces, IRepository<ApiKey> keys, IWorkspaceContext context, INodeLoad load, TimeProvider clock)
    : IRequestHandler<GetServerStatusQuery, ServerStatus>
{
    public async Task<ServerStatus> Handle(GetServerStatusQuery request, CancellationToken cancellationToken)
    {
        var workspace = await workspaces.GetAsync(WorkspaceSpec.ById(context.WorkspaceId), "workspace", cancellationToken);
        var key = request.KeyId is { } id ? await keys.FirstOrDefaultAsync(ApiKeySpec.ById(id), cancellationToken) : null;
        return new ServerStatus(workspace.Id, workspace.Name, key is null ? null : ApiKeyResult.From(key), load.Look(), clock.GetUtcNow());
    }
}
