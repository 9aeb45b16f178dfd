using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Automations.SimulateAutomation;

internal sealed class SimulateAutomationValidator : AbstractValidator<SimulateAutomationQuery>
{
    public SimulateAutomationValidator()
    {
        When(query => query.Trigger is not null, () => RuleFor(query => query.Trigger!.EventName).IsTrigger())
            .Otherwise(() => RuleFor(query => query.AutomationId).Reads("trigger", id => id is null ? "is required without an automationId" : null));
        RuleFor(query => query.Frequency).IsFrequency();
        RuleFor(query => query.ExitEvents).AreExitEvents();
        RuleFor(query => query).Reads("to", query => query.From >= query.To ? "must be later than from" : null);
    }
}
