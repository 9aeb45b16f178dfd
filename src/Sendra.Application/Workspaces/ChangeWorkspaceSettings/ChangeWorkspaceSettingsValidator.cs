using FluentValidation;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces.ChangeWorkspaceSettings;

internal sealed class ChangeWorkspaceSettingsValidator : AbstractValidator<ChangeWorkspaceSettingsCommand>
{
    public ChangeWorkspaceSettingsValidator() =>
        RuleFor(command => command.RetentionDays).InclusiveBetween(1, Workspace.MaxRetentionDays)
            .OverridePropertyName("retentionDays")
            .WithMessage($"retentionDays must be between 1 and {Workspace.MaxRetentionDays}, or null to keep events for good.");
}
