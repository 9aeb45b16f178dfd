using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations.DuplicateAutomation;

internal sealed class DuplicateAutomationHandler(
    IRepository<Automation> automations,
    IRepository<AutomationVersion> versions,
    IUnitOfWork unitOfWork,
    AutomationDescriber describer,
    IdGenerator ids)
    : IRequestHandler<DuplicateAutomationCommand, AutomationResult>
{
    public async Task<AutomationResult> Handle(DuplicateAutomationCommand request, CancellationToken cancellationToken)
    {
        var original = await automations.GetAsync(AutomationSpec.ById(request.Id), "automation", cancellationToken);
        var newest = await versions.NewestOfAsync(original, cancellationToken);
        var copy = original.Duplicate(ids.Next<AutomationId>());
        var version = AutomationVersion.Of(copy, newest.Workflow, request.By, newest.WrittenAs);
        automations.Add(copy);
        versions.Add(version);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(copy, version, cancellationToken);
    }
}
