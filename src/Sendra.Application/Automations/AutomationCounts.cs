namespace Sendra.Application.Automations;

/// <summary>The numbers of enrollments by status.</summary>
/// <param name="Active">Active now.</param>
/// <param name="Completed">Completed all steps.</param>
/// <param name="Exited">Ended by an event or manually.</param>
public sealed record AutomationCounts(int Active, int Completed, int Exited)
{
    /// <summary>For an automation that never enrolled anybody.</summary>
    public static readonly AutomationCounts None = new(0, 0, 0);
}
