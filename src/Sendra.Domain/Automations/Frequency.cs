namespace Sendra.Domain.Automations;

/// <summary>How often a contact may enter an automation.</summary>
// The numbers are stored: add, never renumber.
public enum Frequency
{
    /// <summary>Each matching event makes a fresh enrollment (A2).</summary>
    EveryTime = 1,

    /// <summary>Only the first match ever enrolls (A3).</summary>
    OncePerContact = 2,
}
