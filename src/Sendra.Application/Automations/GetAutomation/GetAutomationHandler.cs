using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.GetAutomation;

internal sealed class GetAutomationHandler(IRepository<Automation> automations, AutomationDescriber describer)
    : IRequestHandler<GetAutomationQuery, AutomationResult>
{
    public async Task<AutomationResult> Handle(GetAutomationQuery request, CancellationToken cancellationToken)
    {
        var automation = await automations.GetAsync(AutomationSpec.ById(request.Id), "automation", cancellationToken);
        return await describer.DescribeAsync(automation, cancellationToken);
    }
}
