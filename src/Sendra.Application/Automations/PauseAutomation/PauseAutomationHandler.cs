using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.PauseAutomation;

internal sealed class PauseAutomationHandler(
    IRepository<Automation> automations, IUnitOfWork unitOfWork, AutomationDescriber describer, TimeProvider clock)
    : IRequestHandler<PauseAutomationCommand, AutomationResult>
{
    public async Task<AutomationResult> Handle(PauseAutomationCommand request, CancellationToken cancellationToken)
    {
        var automation = await automations.GetAsync(AutomationSpec.ById(request.Id), "automation", cancellationToken);
        automation.Pause(clock.GetUtcNow());
        await unitOfWork.SaveAloneAsync(cancellationToken);
        return await describer.DescribeAsync(automation, cancellationToken);
    }
}
