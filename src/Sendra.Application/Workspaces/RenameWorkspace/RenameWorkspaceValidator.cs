using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces.RenameWorkspace;

internal sealed class RenameWorkspaceValidator : AbstractValidator<RenameWorkspaceCommand>
{
    public RenameWorkspaceValidator() =>
        RuleFor(command => command.Name).Reads("name", name => ValidationExtensions.NameProblem(name?.Trim(), Workspace.MaxNameLength));
}
