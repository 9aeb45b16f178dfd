using FluentValidation;

namespace Sendra.Application.Access.VerifyEmail;

internal sealed class VerifyEmailValidator : AbstractValidator<VerifyEmailCommand>
{
    public VerifyEmailValidator() =>
        RuleFor(command => command.Token).NotEmpty().WithMessage("token is required.").OverridePropertyName("token");
}
