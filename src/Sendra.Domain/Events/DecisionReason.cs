namespace Sendra.Domain.Events;

/// <summary>Why an automation did what it did.</summary>
// The numbers are stored: add, never renumber.
public enum DecisionReason
{
    /// <summary>Enrolled: live, and each matching event enrolls (A2).</summary>
    EveryTime = 1,

    /// <summary>Enrolled: live, one time per contact, and this was the first match (A3).</summary>
    FirstMatch = 2,

    /// <summary>Not enrolled: one time per contact, and an earlier enrollment stands (A3).</summary>
    AlreadyEnrolledOnce = 3,

    /// <summary>Not enrolled: the automation was paused (A1).</summary>
    AutomationPaused = 4,

    /// <summary>Not enrolled: the automation was still a draft (A1).</summary>
    AutomationDraft = 5,

    /// <summary>Exited: the event is on the exit list (A4).</summary>
    ExitEvent = 6,

    /// <summary>Not enrolled: the event does not meet the trigger's condition (C2).</summary>
    ConditionNotMet = 7,
}
