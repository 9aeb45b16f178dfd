using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Sendra.Domain.Liquid;

/// <summary>A range that is not made when it would be long: Fluid makes all its numbers at once.</summary>
internal sealed class BoundedRange(RangeExpression range) : Expression
{
    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var from = LiquidScope.Now(range.From.EvaluateAsync(context)).ToNumberValue();
        var to = LiquidScope.Now(range.To.EvaluateAsync(context)).ToNumberValue();
        return to - from < LiquidBudget.MaxRange
            ? range.EvaluateAsync(context)
            : throw new LiquidLimitException($"A range can have at most {LiquidBudget.MaxRange} numbers.");
    }

    protected override Expression Accept(AstVisitor visitor) => this;
}
