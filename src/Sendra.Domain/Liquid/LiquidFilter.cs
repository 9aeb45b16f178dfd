using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;

namespace Sendra.Domain.Liquid;

/// <summary>Puts a filter under the budget: what it reads is paid before it runs, and what it would make is never too large.</summary>
internal static partial class LiquidFilter
{
    /// <summary>Under which a rendering says how values are escaped.</summary>
    internal const string Escape = "escape";

    private const string LineBreaks = "newline_to_br";

    internal static FilterDelegate Limit(string name, FilterDelegate filter) => (input, arguments, context) =>
    {
        var budget = LiquidBudget.Of(context);
        var size = LiquidBudget.SizeOf(input);
        budget.Charge(size + Enumerable.Range(0, arguments.Count).Sum(i => LiquidBudget.SizeOf(arguments.At(i))));
        LiquidBudget.Allow(Expected(name, input, size, arguments));
        var result = LiquidScope.Now(filter(Escaped(name, input, context), arguments, context));
        var made = LiquidBudget.SizeOf(result);
        LiquidBudget.Allow(made);
        budget.Charge(made);
        return (name == "json" && Is(LiquidEscape.Json, context)) || (name == LineBreaks && Is(LiquidEscape.Html, context))
            ? StringValue.Create(result.ToStringValue(), encode: false)
            : result;
    };

    // The breaks that the filter makes are HTML; what stands between them is escaped before.
    private static FluidValue Escaped(string name, FluidValue input, TemplateContext context) => name == LineBreaks && input is not StringValue { Encode: false } && Is(LiquidEscape.Html, context)
        ? StringValue.Create(LiquidEscaping.Lines(input.ToStringValue()))
        : input;

    private static bool Is(LiquidEscape wanted, TemplateContext context) =>
        context.AmbientValues.TryGetValue(Escape, out var escape) && escape is LiquidEscape set && set == wanted;

    /// <summary>The size of what comes out, for the few filters where it can be far more than what goes in.</summary>
    private static long Expected(string name, FluidValue input, long size, FilterArguments arguments)
    {
        var first = arguments.Count > 0 ? arguments.At(0) : NilValue.Instance;
        switch (name)
        {
            case "replace" when arguments.Count > 1 && first.ToStringValue() is { Length: > 0 } from:
                return size + ((long)Count(input.ToStringValue(), from) * LiquidBudget.SizeOf(arguments.At(1)));
            case "join" when input is ArrayValue list:
                return size + (list.Values.Count * LiquidBudget.SizeOf(first));
            case "date" when WideField().IsMatch(first.ToStringValue()):
                throw new LiquidLimitException("A field of a date can't be that wide.");
            default:
                return size;
        }
    }

    private static int Count(string text, string part)
    {
        var count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    [GeneratedRegex("%[^%a-zA-Z]*[0-9]{3,}")]
    private static partial Regex WideField();
}
