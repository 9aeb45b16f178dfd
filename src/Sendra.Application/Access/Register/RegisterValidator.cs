using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access.Register;

internal sealed class RegisterValidator : AbstractValidator<RegisterCommand>
{
    public RegisterValidator()
    {
        RuleFor(command => command.Email).Reads("email", text => EmailAddress.TryParse(text, out _, out var problem) ? null : problem);
        RuleFor(command => command.Password).Reads("password", Password.ProblemOf);
        RuleFor(command => command.WorkspaceName)
            .Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("workspaceName is required.")
            .Must(name => name!.Trim().Length <= Workspace.MaxNameLength).WithMessage($"workspaceName must have at most {Workspace.MaxNameLength} characters.")
            .Must(name => !Text.HasControlCharacter(name)).WithMessage("workspaceName must not have control characters.")
            .Must(name => !Text.HasLoneSurrogate(name)).WithMessage("workspaceName must be valid Unicode.")
            .OverridePropertyName("workspaceName");
    }
}
