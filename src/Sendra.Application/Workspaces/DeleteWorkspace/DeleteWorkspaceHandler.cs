using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Sendra.Application.Access;
using Sendra.Domain.Common;

namespace Sendra.Application.Workspaces.DeleteWorkspace;

internal sealed class DeleteWorkspaceHandler(IAccounts accounts, IWorkspaceDeletion deletion) : IRequestHandler<DeleteWorkspaceCommand, SignedIn>
{
    public async Task<SignedIn> Handle(DeleteWorkspaceCommand request, CancellationToken cancellationToken)
    {
        var membership = await accounts.GetOwnedAsync(request.By.UserId, request.WorkspaceId, cancellationToken);
        if (request.Name?.Trim() != membership.Name)
        {
            throw new ValidationException([new ValidationFailure("name", "name must be the name of the workspace, letter by letter.")]);
        }

        if (!await deletion.DeleteAsync(request.WorkspaceId, request.By.UserId, cancellationToken))
        {
            throw new NotFoundException("workspace");
        }

        var user = await accounts.GetAsync(request.By.UserId, cancellationToken);
        return await accounts.SignInAsync(user with { LastWorkspaceId = request.By.WorkspaceId }, cancellationToken);
    }
}
