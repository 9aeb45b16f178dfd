using Ardalis.Specification;
using Sendra.Domain.Common;

namespace Sendra.Application.Common;

/// <summary>
/// The aggregates of one kind in the current workspace. Reading another workspace's is impossible here (W4); what
/// is read is tracked, so a change is written by <see cref="IUnitOfWork.SaveChangesAsync"/>.
/// </summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface IRepository<T>
    where T : class, IWorkspaceOwned
{
    /// <summary>The first one that fits, or null.</summary>
    /// <param name="specification">What to read.</param>
    Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken);

    /// <summary>All that fit, in the specification's order.</summary>
    /// <param name="specification">What to read.</param>
    Task<IReadOnlyList<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken);

    /// <summary>How many fit.</summary>
    /// <param name="specification">What to read.</param>
    Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken);

    /// <summary>Adds one at the next save.</summary>
    /// <param name="aggregate">A new one.</param>
    void Add(T aggregate);

    /// <summary>Removes one at the next save.</summary>
    /// <param name="aggregate">One that was read here.</param>
    void Remove(T aggregate);
}
