using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Calendar;
using Sendra.Domain.Contacts;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces.ChangeWorkspaceSettings;

internal sealed class ChangeWorkspaceSettingsHandler(
    IRepository<Workspace> workspaces, IRepository<CustomField> fields, IWorkspaceContext context, IUnitOfWork unitOfWork)
    : IRequestHandler<ChangeWorkspaceSettingsCommand, WorkspaceSettings>
{
    public async Task<WorkspaceSettings> Handle(ChangeWorkspaceSettingsCommand request, CancellationToken cancellationToken)
    {
        var workspace = await workspaces.GetAsync(WorkspaceSpec.ById(context.WorkspaceId), "workspace", cancellationToken);
        if (request.RetentionDays is { } retention)
        {
            workspace.KeepEventsFor(retention.To);
        }

        if (request.ContentDays is { } days)
        {
            workspace.KeepContentsFor(days);
        }

        if (request.AuditDays is { } audit)
        {
            workspace.KeepAuditLogFor(audit.To);
        }

        if (request.TimeZone is { } zone)
        {
            workspace.LiveIn(TimeZones.Find(zone.To)!);
        }

        if (request.ContactTimeZoneField is { } field)
        {
            await RequireTextAsync(field.To, cancellationToken);
            workspace.ReadContactZonesFrom(field.To);
        }

        if (request.Sender is { } sender)
        {
            workspace.SendAs(sender.To is { } text && Sender.TryCreate(text, [], out var read) ? read : null);
        }

        if (request.MessagesPerSecond is { } second)
        {
            workspace.SendPerSecond(second.To);
        }

        if (request.MessagesPerDay is { } day)
        {
            workspace.SendPerDay(day.To);
        }

        await unitOfWork.SaveChangesAsync(cancellationToken);
        return WorkspaceSettings.Of(workspace);
    }

    private async Task RequireTextAsync(string? name, CancellationToken cancellationToken)
    {
        if (name is not null && await fields.FirstOrDefaultAsync(CustomFieldSpec.Named(name), cancellationToken) is not { Type: CustomFieldType.Text })
        {
            throw new ValidationException(
                [new ValidationFailure("contactTimeZoneField", ChangeWorkspaceSettingsValidator.NoTextField)]);
        }
    }
}
