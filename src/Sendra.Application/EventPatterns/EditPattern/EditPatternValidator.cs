using FluentValidation;

namespace Sendra.Application.EventPatterns.EditPattern;

internal sealed class EditPatternValidator : AbstractValidator<EditPatternCommand>
{
    public EditPatternValidator() => RuleFor(command => command.Description.HasValue ? command.Description.Value.To : null).Describes();
}
