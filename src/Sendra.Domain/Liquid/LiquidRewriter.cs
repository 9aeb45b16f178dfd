using Fluid.Ast;
using Fluid.Ast.BinaryExpressions;

namespace Sendra.Domain.Liquid;

/// <summary>Puts bounds around what the options can't bound, notes what is undefined, and finds filters that are none.</summary>
internal sealed class LiquidRewriter : AstRewriter
{
    internal string? UnknownFilter { get; private set; }

    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        if (!LiquidEngine.Options.Filters.TryGetValue(filterExpression.Name, out _))
        {
            UnknownFilter ??= filterExpression.Name;
        }

        return base.VisitFilterExpression(filterExpression);
    }

    protected override Expression VisitMemberExpression(MemberExpression memberExpression) =>
        base.VisitMemberExpression(memberExpression) is MemberExpression member ? new NotedMember(member) : memberExpression;

    protected override Expression VisitRangeExpression(RangeExpression rangeExpression) =>
        base.VisitRangeExpression(rangeExpression) is RangeExpression range ? new BoundedRange(range) : rangeExpression;

    protected override Expression VisitContainsBinaryExpression(ContainsBinaryExpression containsBinaryExpression) =>
        Charged(base.VisitContainsBinaryExpression(containsBinaryExpression));

    protected override Expression VisitEqualBinaryExpression(EqualBinaryExpression equalBinaryExpression) =>
        Charged(base.VisitEqualBinaryExpression(equalBinaryExpression));

    protected override Expression VisitNotEqualBinaryExpression(NotEqualBinaryExpression notEqualBinaryExpression) =>
        Charged(base.VisitNotEqualBinaryExpression(notEqualBinaryExpression));

    private static Expression Charged(Expression expression) => expression is BinaryExpression binary ? new ChargedComparison(binary) : expression;
}
