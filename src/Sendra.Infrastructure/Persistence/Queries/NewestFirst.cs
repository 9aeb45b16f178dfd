using System.Linq.Expressions;

namespace Sendra.Infrastructure.Persistence.Queries;

/// <summary>
/// The newest rows of several kinds, where an index holds each kind newest first. Asked for all kinds at once, planners
/// sort every row of every kind, or walk the whole table; asked like this, they read one page of each and merge.
/// </summary>
internal static class NewestFirst
{
    /// <summary>
    /// The newest ids among all branches, which must not overlap. Read them first and the rows by them afterwards: in one
    /// query, SQLite walks the table and looks each row up among the ids.
    /// </summary>
    /// <param name="branches">One query for each kind; at least one.</param>
    /// <param name="id">A row's id.</param>
    /// <param name="take">How many.</param>
    public static IQueryable<TId> Merge<T, TId>(IEnumerable<IQueryable<T>> branches, Expression<Func<T, TId>> id, int take) => branches
        .Select(branch => branch.OrderByDescending(id).Select(id).Take(take))
        .Aggregate((left, right) => left.Concat(right))
        .OrderByDescending(value => value)
        .Take(take);
}
