using Sendra.Domain.Automations.Steps;

namespace Sendra.Application.Automations;

/// <summary>The runs of an automation that are under way on other versions than its newest, in the current workspace.</summary>
public interface IRunsInFlight
{
    /// <summary>How many of them can move to the newest version, and how many can't.</summary>
    /// <param name="version">The number of its newest version.</param>
    /// <param name="workflow">The steps of that version, which need not be saved yet.</param>
    Task<(long Movable, long Others)> CountAsync(AutomationId automationId, int version, Workflow workflow, CancellationToken cancellationToken);

    /// <summary>How far the last move of them is; null when none is under way.</summary>
    /// <param name="version">The number of its newest version.</param>
    /// <param name="workflow">The steps of that version.</param>
    Task<InFlightRuns?> FindMoveAsync(AutomationId automationId, int version, Workflow workflow, CancellationToken cancellationToken);

    /// <summary>
    /// Moves them for a moment, so that the caller sees most moves done; what is left is moved in the background (see
    /// <see cref="IAutomationRuns.Move"/>).
    /// </summary>
    Task MoveAsync(AutomationId automationId, CancellationToken cancellationToken);
}
