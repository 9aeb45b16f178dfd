using System.Text;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Sendra.Domain.Liquid;

/// <summary>A name that a text reads. When nothing is there and the rendering asks for it, its path is noted.</summary>
internal sealed class NotedMember(MemberExpression member) : Expression
{
    /// <summary>Under which a rendering says where names are noted.</summary>
    internal const string Undefined = "undefined";

    internal MemberExpression Member => member;

    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var value = LiquidScope.Now(member.EvaluateAsync(context));
        if (value.IsNil() && context.AmbientValues.TryGetValue(Undefined, out var noted) && noted is ISet<string> names && !IsAssigned(context))
        {
            names.Add(Path());
        }

        return ValueTask.FromResult(value);
    }

    protected override Expression Accept(AstVisitor visitor) => this;

    // What the text itself set to nothing was noted where that came from.
    private bool IsAssigned(TemplateContext context) =>
        member.Segments is [IdentifierSegment only] && context.GetValue(only.Identifier) is not UndefinedValue;

    private string Path()
    {
        var path = new StringBuilder();
        foreach (var segment in member.Segments)
        {
            _ = segment switch
            {
                IdentifierSegment name => path.Append(path.Length > 0 ? "." : "").Append(name.Identifier),
                IndexerSegment { Expression: LiteralExpression literal } => path.Append('[').Append(literal.Value.ToStringValue()).Append(']'),
                _ => path.Append("[…]"),
            };
        }

        return path.ToString();
    }
}
