using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations.EditAutomation;

internal sealed class EditAutomationHandler(
    IRepository<Automation> automations,
    IRepository<AutomationVersion> versions,
    IAutomationVersions runs,
    IUnitOfWork unitOfWork,
    AutomationDescriber describer,
    TimeProvider clock)
    : IRequestHandler<EditAutomationCommand, AutomationResult>
{
    public async Task<AutomationResult> Handle(EditAutomationCommand request, CancellationToken cancellationToken)
    {
        var automation = await automations.GetAsync(AutomationSpec.ById(request.Id), "automation", cancellationToken);
        if (request.ExpectedVersion is { } expected && expected != automation.Version)
        {
            throw ChangedMeanwhile();
        }

        var current = await versions.NewestOfAsync(automation, cancellationToken);
        var next = automation.Edit(request.Definition.Read(current.Workflow), current, clock.GetUtcNow(), request.By);
        if (!request.DryRun)
        {
            await SaveAsync(next, cancellationToken);
        }

        var active = await runs.CountActiveAsync(automation.Id, cancellationToken);
        var others = active.Where(one => one.Key != automation.Version).Sum(one => one.Value);
        return await describer.DescribeAsync(automation, next ?? current, cancellationToken)
            with { InFlight = new InFlightRuns(0, others, 0) };
    }

    private async Task SaveAsync(AutomationVersion? next, CancellationToken cancellationToken)
    {
        if (next is not null)
        {
            versions.Add(next);
        }

        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException taken) when (taken.Code == ConflictException.AlreadyExists)
        {
            // Somebody else took the number of the version.
            throw ChangedMeanwhile();
        }
    }

    private static ConflictException ChangedMeanwhile() =>
        new(ConflictException.ChangedMeanwhile, "Someone else changed this automation; read it again and repeat.");
}
