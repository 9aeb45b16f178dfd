using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations;

internal sealed class AutomationDetailsValidator : AbstractValidator<AutomationDetails>
{
    public AutomationDetailsValidator()
    {
        RuleFor(details => details.Name).Reads("name", name => ValidationExtensions.NameProblem(name, Automation.MaxNameLength));
        RuleFor(details => details.Trigger).Reads("trigger", trigger => trigger is null ? "is required" : null);
        When(details => details.Trigger is not null, () => RuleFor(details => details.Trigger!.EventName).IsTrigger());
        RuleFor(details => details.Frequency).IsFrequency();
        RuleFor(details => details.ExitEvents).AreExitEvents();
    }
}
