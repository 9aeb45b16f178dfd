using System.Linq.Expressions;

namespace Sendra.Domain.Common;

/// <summary>What to read; made by <see cref="Specification{T}"/>, turned into a query by a repository.</summary>
/// <typeparam name="T">The aggregate to read.</typeparam>
public interface ISpecification<T>
{
    /// <summary>Conditions that all hold.</summary>
    IReadOnlyList<Expression<Func<T, bool>>> WhereExpressions { get; }

    /// <summary>The order, most important first.</summary>
    IReadOnlyList<OrderExpression<T>> OrderExpressions { get; }

    /// <summary>At most how many, or null for all.</summary>
    int? Take { get; }
}
