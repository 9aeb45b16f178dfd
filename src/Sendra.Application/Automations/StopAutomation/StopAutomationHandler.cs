using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.StopAutomation;

internal sealed class StopAutomationHandler(
    IRepository<Automation> automations, IUnitOfWork unitOfWork, AutomationDescriber describer, IAutomationRuns runs, TimeProvider clock)
    : IRequestHandler<StopAutomationCommand, AutomationResult>
{
    public async Task<AutomationResult> Handle(StopAutomationCommand request, CancellationToken cancellationToken)
    {
        var automation = await automations.GetAsync(AutomationSpec.ById(request.Id), "automation", cancellationToken);
        automation.Stop(clock.GetUtcNow());
        runs.Stop(automation);
        await unitOfWork.SaveAloneAsync(cancellationToken);
        return await describer.DescribeAsync(automation, cancellationToken);
    }
}
