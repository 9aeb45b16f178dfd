using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.EventPatterns.ListUndeclaredNames;

internal sealed class ListUndeclaredNamesHandler(IEventPatternCatalog catalog)
    : IRequestHandler<ListUndeclaredNamesQuery, Page<UndeclaredName>>
{
    public Task<Page<UndeclaredName>> Handle(ListUndeclaredNamesQuery request, CancellationToken cancellationToken) =>
        catalog.ListUndeclaredAsync(request.Paging, cancellationToken);
}
