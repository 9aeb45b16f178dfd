using Ardalis.Specification;
using Sendra.Domain.Common;

namespace Sendra.Application.Common;

/// <summary>Reads that most use cases begin with.</summary>
internal static class RepositoryExtensions
{
    /// <summary>The one that fits.</summary>
    /// <param name="repository">Where to look.</param>
    /// <param name="specification">What to read.</param>
    /// <param name="noun">What to call it if there is none, in camelCase.</param>
    /// <exception cref="NotFoundException">The workspace has none (W4).</exception>
    public static async Task<T> GetAsync<T>(
        this IRepository<T> repository, ISpecification<T> specification, string noun, CancellationToken cancellationToken)
        where T : class, IWorkspaceOwned =>
        await repository.FirstOrDefaultAsync(specification, cancellationToken) ?? throw new NotFoundException(noun);
}
