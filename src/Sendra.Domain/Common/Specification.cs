using System.Linq.Expressions;

namespace Sendra.Domain.Common;

/// <summary>
/// What to read, said in one place and in the words of the domain. Has the names of Ardalis.Specification, so that
/// the package can take its place (docs/decisions).
/// </summary>
/// <typeparam name="T">The aggregate to read.</typeparam>
public abstract class Specification<T> : ISpecification<T>
{
    private readonly List<Expression<Func<T, bool>>> _where = [];
    private readonly List<OrderExpression<T>> _order = [];

    /// <summary>Makes an empty specification: everything.</summary>
    protected Specification() => Query = new SpecificationBuilder<T>(_where, _order, take => Take = take);

    /// <inheritdoc />
    public IReadOnlyList<Expression<Func<T, bool>>> WhereExpressions => _where;

    /// <inheritdoc />
    public IReadOnlyList<OrderExpression<T>> OrderExpressions => _order;

    /// <inheritdoc />
    public int? Take { get; private set; }

    /// <summary>Where a derived class says what it wants.</summary>
    protected SpecificationBuilder<T> Query { get; }
}
