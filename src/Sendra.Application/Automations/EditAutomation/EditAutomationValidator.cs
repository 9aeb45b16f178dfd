using FluentValidation;

namespace Sendra.Application.Automations.EditAutomation;

internal sealed class EditAutomationValidator : AbstractValidator<EditAutomationCommand>
{
    public EditAutomationValidator() => Include(new AutomationDetailsValidator());
}
