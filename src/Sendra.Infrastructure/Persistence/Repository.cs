using Ardalis.Specification;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Persistence;

/// <summary>Reads aggregates by specification through the context's workspace filter.</summary>
internal sealed class Repository<T>(SendraDbContext db) : IRepository<T>
    where T : class, IWorkspaceOwned
{
    public Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken) =>
        Evaluate(specification).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken) =>
        await Evaluate(specification).ToListAsync(cancellationToken);

    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken) =>
        Evaluate(specification).CountAsync(cancellationToken);

    public void Add(T aggregate) => db.Add(aggregate);

    public void Remove(T aggregate) => db.Remove(aggregate);

    private IQueryable<T> Evaluate(ISpecification<T> specification) => SpecificationEvaluator.Apply(db.Set<T>(), specification);
}
