using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Messages;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations.EditAutomation;

internal sealed class EditAutomationHandler(
    IRepository<Automation> automations,
    IRepository<AutomationVersion> versions,
    IAutomationVersions saved,
    IAutomationRuns runs,
    IRunsInFlight inFlight,
    IUnitOfWork unitOfWork,
    AutomationDescriber describer,
    OutgoingNetworks networks,
    KnownTemplates templates,
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
        var definition = request.Definition.Read(current.Workflow, networks);
        if (request.Definition.Steps is not null)
        {
            await templates.EnsureThereAsync(definition.Workflow, "", cancellationToken);
        }

        var next = automation.Edit(definition, current, clock.GetUtcNow(), request.By);
        var newest = next ?? current;
        if (next is not null)
        {
            AutomationVersion.EnsureFits(await saved.CountAsync(automation.Id, cancellationToken));
        }

        // Counted before the save, after which a node may move them at once.
        var (movable, others) = await inFlight.CountAsync(automation.Id, automation.Version, newest.Workflow, cancellationToken);
        var moves = request.InFlight == InFlight.Move;
        var counts = moves ? new InFlightRuns(movable, others, 0) : new InFlightRuns(0, movable + others, 0);
        if (!request.DryRun)
        {
            await SaveAsync(automation, current, next, moves ? movable : null, cancellationToken);
            counts = moves ? await MoveAsync(automation, newest.Workflow, movable, cancellationToken) : counts;
            await saved.ForgetOldAsync(automation.Id, newest.Number, cancellationToken);
        }

        return await describer.DescribeAsync(automation, newest, cancellationToken) with { InFlight = counts };
    }

    private async Task<InFlightRuns> MoveAsync(Automation automation, Workflow workflow, long movable, CancellationToken cancellationToken)
    {
        await inFlight.MoveAsync(automation.Id, cancellationToken);
        var (pending, stayed) = await inFlight.CountAsync(automation.Id, automation.Version, workflow, cancellationToken);
        return new InFlightRuns(Math.Max(0, movable - pending), stayed, pending);
    }

    private async Task SaveAsync(
        Automation automation, AutomationVersion current, AutomationVersion? next, long? movable, CancellationToken cancellationToken)
    {
        if (movable is { } count)
        {
            runs.Move(automation, count);
        }

        if (next is not null)
        {
            versions.Add(next);
        }

        try
        {
            if (next is not null && current.Workflow.AwaitedEvents.Except(next.Workflow.AwaitedEvents).Any())
            {
                // Nodes look for what is waited for by the newest version and by those that runs follow: no batch may still begin a run by
                // the one before when they do.
                await unitOfWork.SaveAloneAsync(cancellationToken);
            }
            else
            {
                await unitOfWork.SaveChangesAsync(cancellationToken);
            }
        }
        catch (ConflictException taken) when (taken.Code == ConflictException.AlreadyExists)
        {
            // Somebody else took the number of the version.
            throw ChangedMeanwhile();
        }
    }

    private static ConflictException ChangedMeanwhile() =>
        new(ConflictException.ChangedMeanwhile, "Someone else changed this automation. Load it again and repeat your change.");
}
