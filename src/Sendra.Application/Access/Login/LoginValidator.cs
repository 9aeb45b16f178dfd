using FluentValidation;

namespace Sendra.Application.Access.Login;

/// <summary>Only missing fields are reported. Anything else is just wrong credentials.</summary>
internal sealed class LoginValidator : AbstractValidator<LoginCommand>
{
    public LoginValidator()
    {
        RuleFor(command => command.Email).NotEmpty().WithMessage("email is required.").OverridePropertyName("email");
        RuleFor(command => command.Password).NotEmpty().WithMessage("password is required.").OverridePropertyName("password");
    }
}
