using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.EditAutomation;

internal sealed class EditAutomationHandler(
    IRepository<Automation> automations, IUnitOfWork unitOfWork, IAutomationFacts facts, TimeProvider clock)
    : IRequestHandler<EditAutomationCommand, AutomationResult>
{
    public async Task<AutomationResult> Handle(EditAutomationCommand request, CancellationToken cancellationToken)
    {
        var definition = request.Definition.Read();
        var automation = await automations.GetAsync(AutomationSpec.ById(request.Id), "automation", cancellationToken);
        automation.Edit(definition, clock.GetUtcNow());
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await facts.DescribeAsync(automation, cancellationToken);
    }
}
