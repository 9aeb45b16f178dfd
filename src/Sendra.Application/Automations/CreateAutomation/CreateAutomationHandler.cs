using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations.CreateAutomation;

internal sealed class CreateAutomationHandler(
    IRepository<Automation> automations, IUnitOfWork unitOfWork, IWorkspaceContext workspace, IAutomationFacts facts, IdGenerator ids)
    : IRequestHandler<CreateAutomationCommand, AutomationResult>
{
    public async Task<AutomationResult> Handle(CreateAutomationCommand request, CancellationToken cancellationToken)
    {
        var automation = Automation.Create(ids.Next<AutomationId>(), workspace.WorkspaceId, request.Definition.Read());
        automations.Add(automation);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await facts.DescribeAsync(automation, cancellationToken);
    }
}
