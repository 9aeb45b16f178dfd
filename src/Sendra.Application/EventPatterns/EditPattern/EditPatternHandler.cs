using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns.EditPattern;

internal sealed class EditPatternHandler(IRepository<EventPattern> patterns, IEventPatternCatalog catalog, IUnitOfWork unitOfWork)
    : IRequestHandler<EditPatternCommand, PatternResult>
{
    public async Task<PatternResult> Handle(EditPatternCommand request, CancellationToken cancellationToken)
    {
        var pattern = await patterns.GetAsync(EventPatternSpec.ById(request.Id), "eventPattern", cancellationToken);
        var schema = request.Properties.ReadSchema() ?? pattern.Schema;
        if (request.Description is { } description)
        {
            pattern.Describe(description.To);
        }

        pattern.Ask(schema, request.Enforcement ?? pattern.Enforcement);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await catalog.GetAsync(request.Id, cancellationToken);
    }
}
