using FluentValidation;

namespace Sendra.Application.Access.SwitchWorkspace;

internal sealed class SwitchWorkspaceValidator : AbstractValidator<SwitchWorkspaceCommand>
{
    public SwitchWorkspaceValidator() =>
        RuleFor(command => command.WorkspaceId).NotEmpty().WithMessage("workspaceId is required.").OverridePropertyName("workspaceId");
}
