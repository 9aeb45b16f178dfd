using Sendra.Domain.Automations;

namespace Sendra.Application.Automations;

/// <summary>
/// What a change of an automation means for its runs. Each is part of the unit of work that changes the automation, and is then carried out
/// in steps, whatever becomes of this node.
/// </summary>
public interface IAutomationRuns
{
    /// <summary>Brings back the runs that came due while it was paused.</summary>
    void Release(Automation automation);

    /// <summary>Lets those of older versions go on by the newest, as far as that still has the step at which they are (F7).</summary>
    /// <param name="runs">How many these are.</param>
    void Move(Automation automation, long runs);

    /// <summary>Ends all that are under way.</summary>
    void End(Automation automation);
}
