using FluentValidation;

namespace Sendra.Application.Access.ConfirmSession;

internal sealed class ConfirmSessionValidator : AbstractValidator<ConfirmSessionCommand>
{
    public ConfirmSessionValidator() =>
        RuleFor(command => command.Password).NotEmpty().WithMessage("password is required.").OverridePropertyName("password");
}
