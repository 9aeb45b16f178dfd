using FluentValidation;

namespace Sendra.Application.EventSources.EditEventSource;

internal sealed class EditEventSourceValidator : AbstractValidator<EditEventSourceCommand>
{
    public EditEventSourceValidator() => RuleFor(command => command.Details).Custom(EventSourceDetailsValidator.Check);
}
