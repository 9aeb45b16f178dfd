namespace Sendra.Domain.Automations;

/// <summary>Where an automation stands.</summary>
// The numbers are stored: add, never renumber.
public enum AutomationStatus
{
    /// <summary>Being built; never was live.</summary>
    Draft = 1,

    /// <summary>Enrolls and exits.</summary>
    Live = 2,

    /// <summary>Enrolls nobody; exits still drop (A4).</summary>
    Paused = 3,

    /// <summary>Kept for its history; does nothing and can't come back.</summary>
    Archived = 4,
}
