using FluentValidation;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access.Register;

internal sealed class RegisterValidator : AbstractValidator<RegisterCommand>
{
    public RegisterValidator()
    {
        RuleFor(command => command.Email).Custom((text, context) =>
        {
            if (!EmailAddress.TryParse(text, out _, out var problem))
            {
                context.AddFailure("email", $"email {problem}.");
            }
        });
        RuleFor(command => command.Password)
            .Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("password is required.")
            .MinimumLength(Password.MinLength).WithMessage($"password must have at least {Password.MinLength} characters.")
            .MaximumLength(Password.MaxLength).WithMessage($"password must have at most {Password.MaxLength} characters.")
            .OverridePropertyName("password");
        RuleFor(command => command.WorkspaceName)
            .Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("workspaceName is required.")
            .Must(name => name!.Trim().Length <= Workspace.MaxNameLength).WithMessage($"workspaceName must have at most {Workspace.MaxNameLength} characters.")
            .Must(name => !Text.HasControlCharacter(name)).WithMessage("workspaceName must not have control characters.")
            .Must(name => !Text.HasLoneSurrogate(name)).WithMessage("workspaceName must be valid Unicode.")
            .OverridePropertyName("workspaceName");
    }
}
