using Sendra.Domain.Automations.Steps;

namespace Sendra.Application.Automations;

/// <summary>An automation's active runs on versions other than the newest, in the current workspace.</summary>
public interface IRunsInFlight
{
    /// <summary>How many of them can move to the newest version, and how many can't.</summary>
    /// <param name="version">The number of its newest version.</param>
    /// <param name="workflow">The steps of that version, which need not be saved yet.</param>
    Task<(long Movable, long Others)> CountAsync(AutomationId automationId, int version, Workflow workflow, CancellationToken cancellationToken);

    /// <summary>The progress of their last move; null if none is running.</summary>
    /// <param name="version">The number of its newest version.</param>
    /// <param name="workflow">The steps of that version.</param>
    Task<InFlightRuns?> FindMoveAsync(AutomationId automationId, int version, Workflow workflow, CancellationToken cancellationToken);

    /// <summary>
    /// Moves runs for a moment, so that the caller sees most moves done. The rest move in the background (see
    /// <see cref="IAutomationRuns.Move"/>).
    /// </summary>
    Task MoveAsync(AutomationId automationId, CancellationToken cancellationToken);
}
