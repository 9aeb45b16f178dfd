namespace Sendra.Domain.Automations;

/// <summary>The status of an automation.</summary>
// The numbers are stored: add, never renumber.
public enum AutomationStatus
{
    /// <summary>A draft that was never live.</summary>
    Draft = 1,

    /// <summary>Enrolls and exits.</summary>
    Live = 2,

    /// <summary>Enrolls nobody. Exit events still end enrollments (A4).</summary>
    Paused = 3,

    /// <summary>Kept for its history. It does nothing and can't be reactivated.</summary>
    Archived = 4,
}
