using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.ArchiveAutomation;

internal sealed class ArchiveAutomationHandler(
    IRepository<Automation> automations, IUnitOfWork unitOfWork, AutomationDescriber describer, IAutomationRuns runs, TimeProvider clock)
    : IRequestHandler<ArchiveAutomationCommand, AutomationResult>
{
    public async Task<AutomationResult> Handle(ArchiveAutomationCommand request, CancellationToken cancellationToken)
    {
        var automation = await automations.GetAsync(AutomationSpec.ById(request.Id), "automation", cancellationToken);
        if (automation.Status != AutomationStatus.Archived)
        {
            runs.End(automation);
        }

        automation.Archive(clock.GetUtcNow());
        await unitOfWork.SaveAloneAsync(cancellationToken);
        return await describer.DescribeAsync(automation, cancellationToken);
    }
}
