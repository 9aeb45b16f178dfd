using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations.DuplicateAutomation;

internal sealed class DuplicateAutomationHandler(
    IRepository<Automation> automations, IUnitOfWork unitOfWork, IAutomationFacts facts, IdGenerator ids)
    : IRequestHandler<DuplicateAutomationCommand, AutomationResult>
{
    public async Task<AutomationResult> Handle(DuplicateAutomationCommand request, CancellationToken cancellationToken)
    {
        var original = await automations.GetAsync(AutomationSpec.ById(request.Id), "automation", cancellationToken);
        var copy = original.Duplicate(ids.Next<AutomationId>());
        automations.Add(copy);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await facts.DescribeAsync(copy, cancellationToken);
    }
}
