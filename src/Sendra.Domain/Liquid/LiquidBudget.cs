using Fluid;
using Fluid.Values;

namespace Sendra.Domain.Liquid;

/// <summary>
/// What one rendering may cost, counted in characters and items that are looked at: time is bounded without a clock, and so is memory.
/// </summary>
internal sealed class LiquidBudget
{
    internal const string Key = "budget";

    /// <summary>The maximum size of one value.</summary>
    internal const int MaxSize = 512 * 1024;

    /// <summary>How many numbers a range may have.</summary>
    internal const int MaxRange = 1_000;

    private const long MaxWork = 20_000_000;

    private long _left = MaxWork;

    internal static LiquidBudget Of(TemplateContext context) => (LiquidBudget)context.AmbientValues[Key];

    /// <summary>Pays for a look at values.</summary>
    internal void Charge(long size)
    {
        _left -= size;
        if (_left < 0)
        {
            throw new LiquidLimitException("The text takes too much work to render.");
        }
    }

    internal static void Allow(long size)
    {
        if (size > MaxSize)
        {
            throw new LiquidLimitException($"The text makes a value of more than {MaxSize} characters.");
        }
    }

    /// <summary>Characters and items of a value, with all that is inside.</summary>
    internal static long SizeOf(FluidValue value) => value switch
    {
        StringValue text => 1 + text.ToStringValue().Length,
        ArrayValue list => 1 + list.Values.Sum(SizeOf),
        _ => 1,
    };
}
