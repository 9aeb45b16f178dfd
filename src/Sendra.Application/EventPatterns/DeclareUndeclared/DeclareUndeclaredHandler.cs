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

        var fitting = new List<string>(declared.Count);
        foreach (var step in declared.Chunk(Step))
        {
            var beyond = await DeclareAsync(step, cancellationToken);
            unitOfWork.Forget();
            fitting.AddRange(step.Select(name => name.Value).Where(name => !beyond.Contains(name)));
            refused.AddRange(beyond.Select(name => new RefusedName(name, $"A workspace has at most {EventPattern.MaxPerWorkspace} event patterns.")));
        }

        return new DeclareUndeclaredResult(fitting, refused);
    }

    // Whoever declares one of the names meanwhile makes the save fail; then fewer are left to declare. Returns those for which there is no room.
    private async Task<HashSet<string>> DeclareAsync(PatternName[] names, CancellationToken cancellationToken)
    {
        while (true)
        {
            var room = EventPattern.MaxPerWorkspace - await patterns.CountAsync(EventPatternSpec.All(), cancellationToken);
            var existing = await patterns.ListAsync(EventPatternSpec.Named([.. names.Select(name => name.Value)]), cancellationToken);
            var known = existing.Select(pattern => pattern.Name).ToHashSet(StringComparer.Ordinal);
            var undeclared = names.Where(name => !known.Contains(name.Value)).ToList();
            foreach (var name in undeclared.Take(room))
            {
                patterns.Add(EventPattern.Declare(ids.Next<EventPatternId>(), workspace.WorkspaceId, name, description: null));
            }

            try
            {
                await unitOfWork.SaveChangesAsync(cancellationToken);
                return undeclared.Skip(room).Select(name => name.Value).ToHashSet(StringComparer.Ordinal);
            }
            catch (ConflictException conflict) when (conflict.Code == ConflictException.AlreadyExists)
            {
                // Once more, with those that are left.
            }
        }
    }
}
