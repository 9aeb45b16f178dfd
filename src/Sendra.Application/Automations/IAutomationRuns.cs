using Sendra.Domain.Automations;

namespace Sendra.Application.Automations;

/// <summary>
/// What a change to an automation does to its runs. Each is part of the unit of work that changes the automation, and then runs in steps,
/// whatever happens to this node.
/// </summary>
public interface IAutomationRuns
{
    /// <summary>Releases the runs that came due while it was paused.</summary>
    void Release(Automation automation);

    /// <summary>Moves runs on older versions to the newest one, if it still has their current step (F7).</summary>
    /// <param name="runs">How many runs there are.</param>
    void Move(Automation automation, long runs);

    /// <summary>Ends the runs that are active now, by hand as it were, and leaves later ones alone.</summary>
    void Stop(Automation automation);

    /// <summary>Ends all active runs, which are those of an archived automation.</summary>
    void End(Automation automation);
}
