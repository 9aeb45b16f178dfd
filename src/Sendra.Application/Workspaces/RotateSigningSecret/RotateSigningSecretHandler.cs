using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Workspaces.RotateSigningSecret;

internal sealed class RotateSigningSecretHandler(ISigningSecrets secrets, IWorkspaceContext workspace, TimeProvider clock)
    : IRequestHandler<RotateSigningSecretCommand, string>
{
    public Task<string> Handle(RotateSigningSecretCommand request, CancellationToken cancellationToken) =>
        secrets.RotateAsync(workspace.WorkspaceId, clock.GetUtcNow().AddHours(request.OverlapHours ?? 0), cancellationToken);
}
