using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns.DeclareUndeclared;

internal sealed class DeclareUndeclaredHandler(
    IRepository<EventPattern> patterns, IEventPatternCatalog catalog, IUnitOfWork unitOfWork, IWorkspaceContext workspace, IdGenerator ids)
    : IRequestHandler<DeclareUndeclaredCommand, DeclareUndeclaredResult>
{
    // A workspace may have received tens of thousands of names, more than one statement can take. Declaring is idempotent, so
    // that who is cut off repeats it.
    private const int Step = 500;

    public async Task<DeclareUndeclaredResult> Handle(DeclareUndeclaredCommand request, CancellationToken cancellationToken)
    {
        var wanted = request.Names is { } names
            ? [.. names.OfType<string>().Distinct(StringComparer.Ordinal)]
            : await catalog.AllUndeclaredAsync(cancellationToken);
        var declared = new List<PatternName>();
        var refused = new List<RefusedName>();
        foreach (var name in wanted)
        {
            if (PatternName.TryParse(name, out var legal, out _))
            {
                declared.Add(legal);
            }
            else
            {
                refused.Add(new RefusedName(name, UndeclaredName.ReasonAgainst(name)!));
            }
        }

        foreach (var step in declared.Chunk(Step))
        {
            await DeclareAsync(step, cancellationToken);
            unitOfWork.Forget();
        }

        return new DeclareUndeclaredResult([.. declared.Select(name => name.Value)], refused);
    }

    // Whoever declares one of the names meanwhile makes the save fail; then fewer are left to declare.
    private async Task DeclareAsync(PatternName[] names, CancellationToken cancellationToken)
    {
        for (var saved = false; !saved;)
        {
            var existing = await patterns.ListAsync(EventPatternSpec.Named([.. names.Select(name => name.Value)]), cancellationToken);
            var known = existing.Select(pattern => pattern.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var name in names.Where(name => !known.Contains(name.Value)))
            {
                patterns.Add(EventPattern.Declare(ids.Next<EventPatternId>(), workspace.WorkspaceId, name, description: null));
            }

            try
            {
                await unitOfWork.SaveChangesAsync(cancellationToken);
                saved = true;
            }
            catch (ConflictException conflict) when (conflict.Code == ConflictException.AlreadyExists)
            {
                saved = false;
            }
        }
    }
}
