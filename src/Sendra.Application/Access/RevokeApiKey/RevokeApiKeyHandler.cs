using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.RevokeApiKey;

internal sealed class RevokeApiKeyHandler(IRepository<ApiKey> keys, IUnitOfWork unitOfWork, IApiKeys known)
    : IRequestHandler<RevokeApiKeyCommand, Unit>
{
    public async Task<Unit> Handle(RevokeApiKeyCommand request, CancellationToken cancellationToken)
    {
        keys.Remove(await keys.GetAsync(ApiKeySpec.ById(request.Id), "apiKey", cancellationToken));
        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException conflict) when (conflict.Code == ConflictException.ChangedMeanwhile)
        {
            // Someone else revoked it at the same time.
            throw new NotFoundException("apiKey");
        }

        known.Forget(request.Id);
        return Unit.Value;
    }
}
