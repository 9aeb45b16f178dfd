using FluentValidation;

namespace Sendra.Application.Automations.CreateAutomation;

internal sealed class CreateAutomationValidator : AbstractValidator<CreateAutomationCommand>
{
    public CreateAutomationValidator() => Include(new AutomationDetailsValidator());
}
