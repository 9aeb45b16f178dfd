using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces.ChangeWorkspaceSettings;

internal sealed class ChangeWorkspaceSettingsHandler(IRepository<Workspace> workspaces, IWorkspaceContext context, IUnitOfWork unitOfWork)
    : IRequestHandler<ChangeWorkspaceSettingsCommand, WorkspaceSettings>
{
    public async Task<WorkspaceSettings> Handle(ChangeWorkspaceSettingsCommand request, CancellationToken cancellationToken)
    {
        var workspace = await workspaces.GetAsync(WorkspaceSpec.ById(context.WorkspaceId), "workspace", cancellationToken);
        workspace.KeepEventsFor(request.RetentionDays);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return new WorkspaceSettings(workspace.RetentionDays);
    }
}
