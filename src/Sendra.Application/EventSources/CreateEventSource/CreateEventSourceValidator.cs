using FluentValidation;

namespace Sendra.Application.EventSources.CreateEventSource;

internal sealed class CreateEventSourceValidator : AbstractValidator<CreateEventSourceCommand>
{
    public CreateEventSourceValidator() =>
        RuleFor(command => command.Details).Custom((details, context) => EventSourceDetailsValidator.Check(details.Completed(), context));
}
