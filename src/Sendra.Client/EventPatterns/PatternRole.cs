namespace Sendra.Client.EventPatterns;

/// <summary>What an event does to an automation.</summary>
public enum PatternRole
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Trigger,
    Exit,
    Wait,
}
