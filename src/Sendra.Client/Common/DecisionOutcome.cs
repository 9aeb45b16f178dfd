namespace Sendra.Client.Common;

/// <summary>What an automation did with an event.</summary>
public enum DecisionOutcome
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Enrolled,
    Exited,
    Woken,
    NotEnrolled,
}
