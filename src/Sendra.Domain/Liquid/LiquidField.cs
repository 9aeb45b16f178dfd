using Fluid.Ast;
using Sendra.Domain.Conditions;

namespace Sendra.Domain.Liquid;

/// <summary>Tells when an expression is nothing but a field.</summary>
internal static class LiquidField
{
    internal static FieldPath? Of(Expression? expression)
    {
        if (expression is not NotedMember { Member: var member } || member.Segments.Any(segment => segment is not IdentifierSegment))
        {
            return null;
        }

        var text = string.Join('.', member.Segments.Cast<IdentifierSegment>().Select(segment => segment.Identifier));
        return FieldPath.TryParse(text, out var field, out _) ? field : null;
    }
}
