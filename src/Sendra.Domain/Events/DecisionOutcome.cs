namespace Sendra.Domain.Events;

/// <summary>What an automation did with an event.</summary>
public enum DecisionOutcome
{
    /// <summary>It enrolled the contact.</summary>
    Enrolled,

    /// <summary>It ended an active enrollment.</summary>
    Exited,

    /// <summary>A run that waited for the event goes on with it.</summary>
    Woken,

    /// <summary>It listens for the event but didn't enroll.</summary>
    NotEnrolled,
}
