using MediatR;

namespace Sendra.Application.Access.ListProviderLinks;

internal sealed class ListProviderLinksHandler(IProviderLinks links) : IRequestHandler<ListProviderLinksQuery, IReadOnlyList<ProviderLinkResult>>
{
    public Task<IReadOnlyList<ProviderLinkResult>> Handle(ListProviderLinksQuery request, CancellationToken cancellationToken) => links.ListAsync(request.UserId, cancellationToken);
}
