using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ChangePassword;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordCommand>
{
    public ChangePasswordValidator()
    {
        RuleFor(command => command.CurrentPassword).NotEmpty().WithMessage("currentPassword is required.").OverridePropertyName("currentPassword");
        RuleFor(command => command.NewPassword).Reads("newPassword", Password.ProblemOf);
    }
}
