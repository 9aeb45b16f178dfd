using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Events;

namespace Sendra.Application.Automations;

/// <summary>What is asked of an automation's parts, wherever they are given.</summary>
internal static class AutomationRules
{
    /// <summary>The name of the event that enrolls.</summary>
    public static void IsTrigger<T>(this IRuleBuilder<T, string?> rule) => rule.Reads("trigger.eventName", Problem);

    /// <summary>How often a contact may enter, or null.</summary>
    public static void IsFrequency<T>(this IRuleBuilder<T, Frequency?> rule) =>
        rule.Reads("frequency", frequency => frequency is { } value && !Enum.IsDefined(value) ? "must be everyTime or oncePerContact" : null);

    /// <summary>The names of the events that drop, or null.</summary>
    public static void AreExitEvents<T>(this IRuleBuilder<T, IReadOnlyList<string?>?> rule) => rule.Custom((names, context) =>
    {
        if (names?.Count > Automation.MaxExitEvents)
        {
            context.AddFailure("exitEvents", $"exitEvents must hold at most {Automation.MaxExitEvents} names.");
            return;
        }

        for (var i = 0; i < names?.Count; i++)
        {
            if (Problem(names[i]) is { } problem)
            {
                context.AddFailure($"exitEvents[{i}]", $"exitEvents[{i}] {problem}.");
            }
        }
    });

    private static string? Problem(string? name) => EventName.TryParse(name, out _, out var problem) ? null : problem;
}
