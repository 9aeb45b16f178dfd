using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;

namespace Sendra.Application.Access.ListApiKeys;

internal sealed class ListApiKeysHandler(IRepository<ApiKey> keys) : IRequestHandler<ListApiKeysQuery, Page<ApiKeyResult>>
{
    public async Task<Page<ApiKeyResult>> Handle(ListApiKeysQuery request, CancellationToken cancellationToken)
    {
        var rows = await keys.ListAsync(ApiKeySpec.Newest(request.Paging.AfterId<ApiKeyId>(), request.Paging.Size + 1), cancellationToken);
        return request.Paging.Cut([.. rows.Select(ApiKeyResult.From)], key => key.Id);
    }
}
