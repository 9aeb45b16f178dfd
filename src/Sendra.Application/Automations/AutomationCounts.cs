namespace Sendra.Application.Automations;

/// <summary>How many enrollments stand how.</summary>
/// <param name="Active">Under way.</param>
/// <param name="Completed">Went through all steps.</param>
/// <param name="Exited">Dropped by an event or by hand.</param>
public sealed record AutomationCounts(int Active, int Completed, int Exited)
{
    /// <summary>Nobody was ever enrolled.</summary>
    public static readonly AutomationCounts None = new(0, 0, 0);
}
