using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.ActivateAutomation;

internal sealed class ActivateAutomationHandler(
    IRepository<Automation> automations, IUnitOfWork unitOfWork, AutomationDescriber describer, IAutomationRuns runs, TimeProvider clock)
    : IRequestHandler<ActivateAutomationCommand, AutomationResult>
{
    public async Task<AutomationResult> Handle(ActivateAutomationCommand request, CancellationToken cancellationToken)
    {
        var automation = await automations.GetAsync(AutomationSpec.ById(request.Id), "automation", cancellationToken);
        if (automation.Status == AutomationStatus.Paused)
        {
            runs.Release(automation);
        }

        automation.Activate(clock.GetUtcNow());
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(automation, cancellationToken);
    }
}
