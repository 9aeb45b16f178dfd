using FluentValidation;

namespace Sendra.Application.EventSources.CreateEventSource;

internal sealed class CreateEventSourceValidator : AbstractValidator<CreateEventSourceCommand>
{
    public CreateEventSourceValidator()
    {
        RuleFor(command => command.Details).Custom((details, context) => EventSourceDetailsValidator.Check(details.Completed(), context));
        RuleFor(command => command.Details.Signature).Must(signature => signature is null or { Secrets: not null })
            .OverridePropertyName("signature.secrets")
            .WithMessage("Enter the secret that the sender signs with, or omit the signature.");
    }
}
