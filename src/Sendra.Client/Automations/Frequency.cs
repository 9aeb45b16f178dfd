namespace Sendra.Client.Automations;

/// <summary>How often a contact can enter an automation.</summary>
public enum Frequency
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    EveryTime,
    OncePerContact,
    NotWhileActive,
    OncePerPeriod,
    OncePerKey,
}
