using MediatR;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns.ReviewCatalog;

internal sealed class ReviewCatalogHandler(IEventPatternCatalog catalog) : IRequestHandler<ReviewCatalogQuery, IReadOnlyList<CatalogFinding>>
{
    public Task<IReadOnlyList<CatalogFinding>> Handle(ReviewCatalogQuery request, CancellationToken cancellationToken) =>
        catalog.ReviewAsync(ReviewCatalogQuery.MaxNames, cancellationToken);
}
