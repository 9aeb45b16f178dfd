namespace Sendra.Client.Automations;

/// <summary>What becomes of a wait for an event in a test.</summary>
public enum TestAnswer
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Received,
    TimedOut,
}
