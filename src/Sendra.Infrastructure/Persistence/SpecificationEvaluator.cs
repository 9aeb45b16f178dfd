using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence;

/// <summary>Turns a specification into a query.</summary>
internal static class SpecificationEvaluator
{
    public static IQueryable<T> Apply<T>(IQueryable<T> query, ISpecification<T> specification)
    {
        foreach (var condition in specification.WhereExpressions)
        {
            query = query.Where(condition);
        }

        IOrderedQueryable<T>? ordered = null;
        foreach (var (key, descending) in specification.OrderExpressions)
        {
            ordered = (ordered, descending) switch
            {
                (null, false) => query.OrderBy(key),
                (null, true) => query.OrderByDescending(key),
                (not null, false) => ordered.ThenBy(key),
                (not null, true) => ordered.ThenByDescending(key),
            };
        }

        query = ordered ?? query;
        return specification.Take is { } count ? query.Take(count) : query;
    }
}
