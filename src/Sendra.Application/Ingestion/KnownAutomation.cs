using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;

namespace Sendra.Application.Ingestion;

/// <summary>An automation with the steps of its newest version.</summary>
/// <param name="OlderAwaits">The names of events for which steps of older versions wait that runs still follow; none when null.</param>
public sealed record KnownAutomation(Automation Automation, Workflow Workflow, IReadOnlyCollection<string>? OlderAwaits = null)
{
    /// <summary>The names of the events for which its runs may wait, each once.</summary>
    public IEnumerable<string> Awaits => Automation.HasRuns ? Workflow.AwaitedEvents.Union(OlderAwaits ?? [], StringComparer.Ordinal) : [];
}
