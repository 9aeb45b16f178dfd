using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ResetPassword;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPasswordCommand>
{
    public ResetPasswordValidator()
    {
        RuleFor(command => command.Token).NotEmpty().WithMessage("token is required.").OverridePropertyName("token");
        RuleFor(command => command.Password).Reads("password", Password.ProblemOf);
    }
}
