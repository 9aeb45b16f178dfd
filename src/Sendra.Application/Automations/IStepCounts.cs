using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;

namespace Sendra.Application.Automations;

/// <summary>Counts the visits to an automation's steps.</summary>
public interface IStepCounts
{
    /// <summary>The counts of each step of a workflow, by step id; zeros for a step without visits.</summary>
    Task<IReadOnlyDictionary<string, StepCounts>> CountAsync(Automation automation, Workflow workflow, CancellationToken cancellationToken);
}
