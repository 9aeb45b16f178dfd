using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns.FindPattern;

internal sealed class FindPatternHandler(IRepository<EventPattern> patterns, IEventPatternCatalog catalog) : IRequestHandler<FindPatternQuery, PatternResult>
{
    public async Task<PatternResult> Handle(FindPatternQuery request, CancellationToken cancellationToken)
    {
        var pattern = await patterns.GetAsync(EventPatternSpec.Named(request.Name), "eventPattern", cancellationToken);
        return await catalog.GetAsync(pattern.Id, cancellationToken);
    }
}
