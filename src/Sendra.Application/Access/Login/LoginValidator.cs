using FluentValidation;

namespace Sendra.Application.Access.Login;

/// <summary>Only absence is told; anything else wrong with them is just wrong.</summary>
internal sealed class LoginValidator : AbstractValidator<LoginCommand>
{
    public LoginValidator()
    {
        RuleFor(command => command.Email).NotEmpty().WithMessage("email is required.").OverridePropertyName("email");
        RuleFor(command => command.Password).NotEmpty().WithMessage("password is required.").OverridePropertyName("password");
    }
}
