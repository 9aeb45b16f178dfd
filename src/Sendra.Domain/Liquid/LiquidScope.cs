using System.Text.Json;
using Fluid;
using Sendra.Domain.Conditions;

namespace Sendra.Domain.Liquid;

/// <summary>What texts see: the contact, the event at hand and the trigger event, as plain values, at one time.</summary>
/// <param name="fields">Where the values are read.</param>
/// <param name="workspaceName">What the workspace is called.</param>
/// <param name="unsubscribeUrl">Where the contact unsubscribes; null where nothing is mailed.</param>
/// <param name="postalAddress">The postal address of the workspace's sender.</param>
public sealed class LiquidScope(ConditionContext fields, string? workspaceName = null, string? unsubscribeUrl = null, string? postalAddress = null)
{
    private readonly JsonElement _workspace = workspaceName is null ? default : JsonSerializer.SerializeToElement(new { name = workspaceName, postalAddress });

    internal ConditionContext Fields => fields;

    /// <summary>Runs something that may fail, with a budget of its own.</summary>
    internal (T? Result, string? Problem) Run<T>(Func<TemplateContext, T> render)
    {
        var context = new TemplateContext(LiquidEngine.Options) { Now = () => fields.Now.ToDateTimeOffset(), TimeZone = ZoneInfo() };
        context.AmbientValues[LiquidBudget.Key] = new LiquidBudget();
        try
        {
            Set(context, "contact", fields.Contact);
            Set(context, "event", fields.Event);
            Set(context, "trigger", fields.Trigger);
            Set(context, "workspace", _workspace);
            if (unsubscribeUrl is not null)
            {
                context.SetValue("unsubscribeUrl", unsubscribeUrl);
            }

            return (render(context), null);
        }
        catch (LiquidLimitException limit)
        {
            return (default, limit.Message);
        }
        catch (InvalidOperationException steps) when (steps.Message.Contains("maximum level of recursion", StringComparison.Ordinal))
        {
            // Fluid's words for what the options bound, whatever made so many.
            return (default, $"The text takes more than {LiquidEngine.MaxSteps} steps to render.");
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            // Fluid throws what its arithmetic and .NET's formatting throw, of many types: it is the text that fails.
            return (default, $"The text can't be rendered ({Common.Excerpt.Line(failed.Message)}).");
        }
    }

    // No value or filter of ours is asynchronous, so nothing ever waits.
    internal static T Now<T>(ValueTask<T> task) => task.IsCompletedSuccessfully ? task.Result : task.AsTask().GetAwaiter().GetResult();

    internal static void Now(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            task.AsTask().GetAwaiter().GetResult();
        }
    }

    private static void Set(TemplateContext context, string name, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Undefined)
        {
            context.SetValue(name, LiquidJson.ToFluid(json));
        }
    }

    private TimeZoneInfo ZoneInfo() => TimeZoneInfo.TryFindSystemTimeZoneById(fields.Zone.Id, out var zone) ? zone : TimeZoneInfo.Utc;
}
