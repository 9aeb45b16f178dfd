namespace Sendra.Application.Automations.TestAutomation;

/// <summary>What becomes of a wait for an event in a test.</summary>
public enum TestAnswer
{
    /// <summary>The event arrives as soon as the wait begins.</summary>
    Received,

    /// <summary>The event doesn't arrive in time.</summary>
    TimedOut,
}
