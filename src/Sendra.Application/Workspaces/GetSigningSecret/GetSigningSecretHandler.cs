using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Workspaces.GetSigningSecret;

internal sealed class GetSigningSecretHandler(ISigningSecrets secrets, IWorkspaceContext workspace) : IRequestHandler<GetSigningSecretQuery, string?>
{
    public Task<string?> Handle(GetSigningSecretQuery request, CancellationToken cancellationToken) =>
        secrets.RevealAsync(workspace.WorkspaceId, cancellationToken);
}
