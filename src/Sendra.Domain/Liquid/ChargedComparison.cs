using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Sendra.Domain.Liquid;

/// <summary>A comparison that pays for what it looks at.</summary>
internal sealed class ChargedComparison(BinaryExpression comparison) : Expression
{
    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var budget = LiquidBudget.Of(context);
        budget.Charge(LiquidBudget.SizeOf(LiquidScope.Now(comparison.Left.EvaluateAsync(context))));
        budget.Charge(LiquidBudget.SizeOf(LiquidScope.Now(comparison.Right.EvaluateAsync(context))));
        return comparison.EvaluateAsync(context);
    }

    protected override Expression Accept(AstVisitor visitor) => this;
}
