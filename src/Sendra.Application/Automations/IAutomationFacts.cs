using Sendra.Domain.Automations;

namespace Sendra.Application.Automations;

/// <summary>Gathers what an answer says about automations beyond their own state.</summary>
public interface IAutomationFacts
{
    /// <summary>The facts about some automations, in as many queries as for one.</summary>
    /// <param name="automations">Automations of the current workspace.</param>
    Task<AutomationFacts> GatherAsync(IReadOnlyCollection<Automation> automations, CancellationToken cancellationToken);
}
