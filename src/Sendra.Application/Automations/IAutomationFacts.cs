using Sendra.Domain.Automations;

namespace Sendra.Application.Automations;

/// <summary>Gathers what a response shows about automations beyond their own state.</summary>
public interface IAutomationFacts
{
    /// <summary>The facts about some automations, with as many queries as for one.</summary>
    /// <param name="automations">Automations of the current workspace.</param>
    Task<AutomationFacts> GatherAsync(IReadOnlyCollection<Automation> automations, CancellationToken cancellationToken);
}
