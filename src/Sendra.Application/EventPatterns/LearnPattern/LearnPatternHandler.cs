using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns.LearnPattern;

internal sealed class LearnPatternHandler(IRepository<EventPattern> patterns, IEventPatternCatalog catalog, IUnitOfWork unitOfWork)
    : IRequestHandler<LearnPatternCommand, PatternResult>
{
    public async Task<PatternResult> Handle(LearnPatternCommand request, CancellationToken cancellationToken)
    {
        var pattern = await patterns.GetAsync(EventPatternSpec.ById(request.Id), "eventPattern", cancellationToken);
        var learner = new SchemaLearner();
        await foreach (var properties in catalog.NewestPropertiesAsync(pattern.Name, SchemaLearner.Events, cancellationToken))
        {
            learner.Take(properties);
        }

        pattern.Ask(learner.Complete(pattern.Schema), pattern.Enforcement);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await catalog.GetAsync(request.Id, cancellationToken);
    }
}
