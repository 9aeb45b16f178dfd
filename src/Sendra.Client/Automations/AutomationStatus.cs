namespace Sendra.Client.Automations;

/// <summary>The status of an automation.</summary>
public enum AutomationStatus
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Draft,
    Live,
    Paused,
    Archived,
}
