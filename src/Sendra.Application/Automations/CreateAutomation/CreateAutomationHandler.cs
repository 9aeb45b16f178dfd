using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Messages;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations.CreateAutomation;

internal sealed class CreateAutomationHandler(
    IRepository<Automation> automations,
    IRepository<AutomationVersion> versions,
    IUnitOfWork unitOfWork,
    IWorkspaceContext workspace,
    AutomationDescriber describer,
    OutgoingNetworks networks,
    KnownTemplates templates,
    IdGenerator ids)
    : IRequestHandler<CreateAutomationCommand, AutomationResult>
{
    public async Task<AutomationResult> Handle(CreateAutomationCommand request, CancellationToken cancellationToken)
    {
        var definition = request.Definition.Read(Workflow.None, networks);
        await templates.EnsureThereAsync(definition.Workflow, "", cancellationToken);
        var automation = Automation.Create(ids.Next<AutomationId>(), workspace.WorkspaceId, definition);
        if (request.Activate)
        {
            automation.Activate(automation.CreatedAt);
        }

        var version = AutomationVersion.Of(automation, definition.Workflow, request.By, definition.WrittenAs);
        if (!request.DryRun)
        {
            automations.Add(automation);
            versions.Add(version);
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }

        return await describer.DescribeAsync(automation, version, cancellationToken);
    }
}
