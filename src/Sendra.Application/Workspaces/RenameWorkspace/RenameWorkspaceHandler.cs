using MediatR;
using Sendra.Application.Access;
using Sendra.Application.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces.RenameWorkspace;

internal sealed class RenameWorkspaceHandler(IAccounts accounts, IWorkspaceScope scope, IRepository<Workspace> workspaces, IUnitOfWork unitOfWork)
    : IRequestHandler<RenameWorkspaceCommand, Membership>
{
    public async Task<Membership> Handle(RenameWorkspaceCommand request, CancellationToken cancellationToken)
    {
        var membership = await accounts.GetOwnedAsync(request.UserId, request.WorkspaceId, cancellationToken);
        scope.Enter(request.WorkspaceId);
        var workspace = await workspaces.GetAsync(WorkspaceSpec.ById(request.WorkspaceId), "workspace", cancellationToken);
        workspace.Rename(request.Name!.Trim());
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return membership with { Name = workspace.Name };
    }
}
