using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces.CreateWorkspace;

internal sealed class CreateWorkspaceValidator : AbstractValidator<CreateWorkspaceCommand>
{
    public CreateWorkspaceValidator() =>
        RuleFor(command => command.Name).Reads("name", name => ValidationExtensions.NameProblem(name?.Trim(), Workspace.MaxNameLength));
}
