using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns.DescribePattern;

internal sealed class DescribePatternHandler(IRepository<EventPattern> patterns, IEventPatternCatalog catalog, IUnitOfWork unitOfWork)
    : IRequestHandler<DescribePatternCommand, PatternResult>
{
    public async Task<PatternResult> Handle(DescribePatternCommand request, CancellationToken cancellationToken)
    {
        var pattern = await patterns.GetAsync(EventPatternSpec.ById(request.Id), "eventPattern", cancellationToken);
        pattern.Describe(request.Description);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await catalog.GetAsync(request.Id, cancellationToken);
    }
}
