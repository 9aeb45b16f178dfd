using MediatR;

namespace Sendra.Application.EventPatterns.GetPattern;

internal sealed class GetPatternHandler(IEventPatternCatalog catalog) : IRequestHandler<GetPatternQuery, PatternResult>
{
    public Task<PatternResult> Handle(GetPatternQuery request, CancellationToken cancellationToken) =>
        catalog.GetAsync(request.Id, cancellationToken);
}
