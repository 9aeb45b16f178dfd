using Ardalis.Specification;

namespace Sendra.Infrastructure.Persistence.Queries;

/// <summary>Turns a specification into a query. What it does not name, a specification can't do: leave the workspace's filter, above all.</summary>
internal static class SpecificationEvaluator
{
    private static readonly IEvaluator[] Parts = [WhereEvaluator.Instance, OrderEvaluator.Instance, PaginationEvaluator.Instance];

    public static IQueryable<T> Apply<T>(IQueryable<T> query, ISpecification<T> specification)
        where T : class => Parts.Aggregate(query, (made, part) => part.GetQuery(made, specification));
}
