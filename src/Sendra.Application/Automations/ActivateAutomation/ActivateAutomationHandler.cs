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
        var wasPaused = automation.Status == AutomationStatus.Paused;
        automation.Activate(clock.GetUtcNow());
        if (wasPaused)
        {
            // Alone, so that no batch is left that would set a run aside after the others were brought back.
            runs.Release(automation);
            await unitOfWork.SaveAloneAsync(cancellationToken);
        }
        else
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }

        return await describer.DescribeAsync(automation, cancellationToken);
    }
}
