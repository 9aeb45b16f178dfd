namespace Sendra.Domain.Automations;

/// <summary>How often a contact can enter an automation.</summary>
// The numbers are stored: add, never renumber.
public enum Frequency
{
    /// <summary>Each matching event creates a new enrollment (A2).</summary>
    EveryTime = 1,

    /// <summary>Only the first match ever enrolls (A3).</summary>
    OncePerContact = 2,

    /// <summary>A match enrolls unless a run of the contact is under way.</summary>
    NotWhileActive = 3,

    /// <summary>A match enrolls unless the last enrollment of the contact is less than a period ago.</summary>
    OncePerPeriod = 4,

    /// <summary>A match enrolls once for each value of its key.</summary>
    OncePerKey = 5,
}
