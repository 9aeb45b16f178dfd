using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.EventPatterns.ListPatterns;

internal sealed class ListPatternsHandler(IEventPatternCatalog catalog) : IRequestHandler<ListPatternsQuery, Page<PatternResult>>
{
    public Task<Page<PatternResult>> Handle(ListPatternsQuery request, CancellationToken cancellationToken) =>
        catalog.ListAsync(request.Query, request.Paging, cancellationToken);
}
