using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Events;

namespace Sendra.Application.Automations;

internal sealed class AutomationDetailsValidator : AbstractValidator<AutomationDetails>
{
    public AutomationDetailsValidator()
    {
        RuleFor(details => details.Name).Reads("name", name => ValidationExtensions.NameProblem(name, Automation.MaxNameLength));
        RuleFor(details => details.Trigger).Reads("trigger", trigger => trigger is null ? "is required" : null);
        RuleFor(details => details.Trigger!.EventName).Reads("trigger.eventName", Problem).When(details => details.Trigger is not null);
        RuleFor(details => details.Frequency).Reads("frequency", frequency => frequency is { } value && !Enum.IsDefined(value) ? "must be everyTime or oncePerContact" : null);
        RuleFor(details => details.ExitEvents).Custom((names, context) =>
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
    }

    private static string? Problem(string? name) => EventName.TryParse(name, out _, out var problem) ? null : problem;
}
