using FluentValidation;

namespace Sendra.Application.Access.TurnOnSecondFactor;

internal sealed class TurnOnSecondFactorValidator : AbstractValidator<TurnOnSecondFactorCommand>
{
    public TurnOnSecondFactorValidator() => RuleFor(command => command.Code).NotEmpty().WithMessage("code is required.").OverridePropertyName("code");
}
