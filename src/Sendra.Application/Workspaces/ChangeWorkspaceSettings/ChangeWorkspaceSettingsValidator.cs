using FluentValidation;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces.ChangeWorkspaceSettings;

internal sealed class ChangeWorkspaceSettingsValidator : AbstractValidator<ChangeWorkspaceSettingsCommand>
{
    public const string NoTextField = "contactTimeZoneField must be the name of a declared custom field of type text, or null.";

    public ChangeWorkspaceSettingsValidator()
    {
        RuleFor(command => command.RetentionDays!.Value.To).InclusiveBetween(1, Workspace.MaxRetentionDays)
            .OverridePropertyName("retentionDays")
            .WithMessage($"retentionDays must be between 1 and {Workspace.MaxRetentionDays}, or null to keep events forever.")
            .When(command => command.RetentionDays is not null);
        RuleFor(command => command.ContentDays).InclusiveBetween(1, Workspace.MaxRetentionDays)
            .OverridePropertyName("contentDays")
            .WithMessage($"contentDays must be between 1 and {Workspace.MaxRetentionDays}.");
        RuleFor(command => command.AuditDays!.Value.To).InclusiveBetween(1, Workspace.MaxRetentionDays)
            .OverridePropertyName("auditDays")
            .WithMessage($"auditDays must be between 1 and {Workspace.MaxRetentionDays}, or null to keep the audit log forever.")
            .When(command => command.AuditDays is not null);
        RuleFor(command => command.TimeZone!.Value.To).Must(name => TimeZones.Find(name) is not null)
            .OverridePropertyName("timeZone")
            .WithMessage("timeZone must be the name of a zone in the tz database, like Europe/Berlin.")
            .When(command => command.TimeZone is not null);
        RuleFor(command => command.ContactTimeZoneField!.Value.To).Must(name => name is null || CustomField.IsLegalName(name, out _))
            .OverridePropertyName("contactTimeZoneField")
            .WithMessage(NoTextField)
            .When(command => command.ContactTimeZoneField is not null);
        RuleFor(command => command.MessagesPerSecond!.Value.To).InclusiveBetween(1, SendingLimit.MaxPerSecond)
            .OverridePropertyName("messagesPerSecond")
            .WithMessage($"messagesPerSecond must be between 1 and {SendingLimit.MaxPerSecond}, or null for no limit.")
            .When(command => command.MessagesPerSecond is not null);
        RuleFor(command => command.MessagesPerDay!.Value.To).InclusiveBetween(1, SendingLimit.MaxPerDay)
            .OverridePropertyName("messagesPerDay")
            .WithMessage($"messagesPerDay must be between 1 and {SendingLimit.MaxPerDay}, or null for no limit.")
            .When(command => command.MessagesPerDay is not null);
        RuleFor(command => command.Sender).Custom((sender, context) =>
        {
            var problems = new List<DefinitionProblem>();
            if (sender is { To: { } text } && !Sender.TryCreate(text, problems, out _))
            {
                problems.ForEach(problem => context.AddFailure(problem.Path, problem.Message));
            }
        });
    }
}
