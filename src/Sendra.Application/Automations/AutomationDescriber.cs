using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations;

/// <summary>One automation as the API returns it: with its steps, which lists omit.</summary>
internal sealed class AutomationDescriber(IAutomationFacts facts, IStepCounts stepCounts, IRunsInFlight inFlight, IRepository<AutomationVersion> versions)
{
    public async Task<AutomationResult> DescribeAsync(Automation automation, CancellationToken cancellationToken) =>
        await DescribeAsync(automation, await versions.NewestOfAsync(automation, cancellationToken), cancellationToken);

    /// <param name="newest">Its newest version.</param>
    public async Task<AutomationResult> DescribeAsync(Automation automation, AutomationVersion newest, CancellationToken cancellationToken) =>
        AutomationResult.From(automation, await facts.GatherAsync([automation], cancellationToken)) with
        {
            Steps = new(newest.Workflow.Json),
            WrittenAs = newest.WrittenAs,
            StepCounts = await stepCounts.CountAsync(automation, newest.Workflow, cancellationToken),
            InFlight = await inFlight.FindMoveAsync(automation.Id, newest.Number, newest.Workflow, cancellationToken),
        };
}
