using Sendra.Domain.Automations;

namespace Sendra.Application.Automations;

internal static class AutomationFactsExtensions
{
    /// <summary>One automation as it is answered.</summary>
    public static async Task<AutomationResult> DescribeAsync(
        this IAutomationFacts facts, Automation automation, CancellationToken cancellationToken) =>
        AutomationResult.From(automation, await facts.GatherAsync([automation], cancellationToken));
}
