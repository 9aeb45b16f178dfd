using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.CreateApiKey;

internal sealed class CreateApiKeyHandler(IRepository<ApiKey> keys, IUnitOfWork unitOfWork, IWorkspaceContext workspace, IdGenerator ids)
    : IRequestHandler<CreateApiKeyCommand, CreatedApiKey>
{
    public async Task<CreatedApiKey> Handle(CreateApiKeyCommand request, CancellationToken cancellationToken)
    {
        var secret = ApiKeySecret.New();
        var networks = request.AllowedNetworks is { } texts && KeyNetworks.TryParse(texts, out var read, out _) ? read : null;
        var key = ApiKey.Create(
            workspace.WorkspaceId, ids.Next<ApiKeyId>(), request.Name!.Trim(), ApiKeyScopes.Of(request.Scopes!), secret, request.By, request.ExpiresAt, networks);
        keys.Add(key);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return new CreatedApiKey(ApiKeyResult.From(key), secret);
    }
}
