using System.Linq.Expressions;

namespace Sendra.Domain.Common;

/// <summary>Collects what a specification wants.</summary>
/// <typeparam name="T">The aggregate to read.</typeparam>
public sealed class SpecificationBuilder<T>
{
    private readonly List<Expression<Func<T, bool>>> _where;
    private readonly List<OrderExpression<T>> _order;
    private readonly Action<int> _take;

    internal SpecificationBuilder(List<Expression<Func<T, bool>>> where, List<OrderExpression<T>> order, Action<int> take)
    {
        _where = where;
        _order = order;
        _take = take;
    }

    /// <summary>Adds a condition; all must hold.</summary>
    /// <param name="condition">The condition.</param>
    public SpecificationBuilder<T> Where(Expression<Func<T, bool>> condition)
    {
        _where.Add(condition);
        return this;
    }

    /// <summary>Adds a key to the order, smallest first.</summary>
    /// <param name="key">What to order by.</param>
    public SpecificationBuilder<T> OrderBy(Expression<Func<T, object?>> key)
    {
        _order.Add(new OrderExpression<T>(key, Descending: false));
        return this;
    }

    /// <summary>Adds a key to the order, greatest first.</summary>
    /// <param name="key">What to order by.</param>
    public SpecificationBuilder<T> OrderByDescending(Expression<Func<T, object?>> key)
    {
        _order.Add(new OrderExpression<T>(key, Descending: true));
        return this;
    }

    /// <summary>Reads at most this many.</summary>
    /// <param name="count">At least 1.</param>
    public SpecificationBuilder<T> Take(int count)
    {
        _take(count);
        return this;
    }
}
