using System.Linq.Expressions;

namespace Sendra.Domain.Common;

/// <summary>One key of an order.</summary>
/// <typeparam name="T">The aggregate to read.</typeparam>
/// <param name="Key">What to order by.</param>
/// <param name="Descending">True for the greatest first.</param>
public sealed record OrderExpression<T>(Expression<Func<T, object?>> Key, bool Descending);
