using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns.DeclarePattern;

internal sealed class DeclarePatternHandler(
    IRepository<EventPattern> patterns, IEventPatternCatalog catalog, IUnitOfWork unitOfWork, IWorkspaceContext workspace, IdGenerator ids)
    : IRequestHandler<DeclarePatternCommand, Declared<PatternResult>>
{
    public async Task<Declared<PatternResult>> Handle(DeclarePatternCommand request, CancellationToken cancellationToken)
    {
        if (!PatternName.TryParse(request.Name, out var name, out var problem))
        {
            throw new InvalidOperationException($"A pattern's name that was not validated {problem}.");
        }

        if (await patterns.FirstOrDefaultAsync(EventPatternSpec.Named(name.Value), cancellationToken) is { } existing)
        {
            return new(await catalog.GetAsync(existing.Id, cancellationToken), IsNew: false);
        }

        var pattern = EventPattern.Declare(ids.Next<EventPatternId>(), workspace.WorkspaceId, name, request.Description);
        patterns.Add(pattern);
        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException conflict) when (conflict.Code == ConflictException.AlreadyExists)
        {
            var first = await patterns.GetAsync(EventPatternSpec.Named(name.Value), "eventPattern", cancellationToken);
            return new(await catalog.GetAsync(first.Id, cancellationToken), IsNew: false);
        }

        return new(await catalog.GetAsync(pattern.Id, cancellationToken), IsNew: true);
    }
}
