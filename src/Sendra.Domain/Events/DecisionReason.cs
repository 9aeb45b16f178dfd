namespace Sendra.Domain.Events;

/// <summary>Why an automation did what it did.</summary>
// The numbers are stored: add, never renumber.
public enum DecisionReason
{
    /// <summary>Enrolled: live, and each matching event enrolls (A2).</summary>
    EveryTime = 1,

    /// <summary>Enrolled: live, one time per contact, and this was the first match (A3).</summary>
    FirstMatch = 2,

    /// <summary>Not enrolled: one time per contact, and there is an earlier enrollment (A3).</summary>
    AlreadyEnrolledOnce = 3,

    /// <summary>Not enrolled: the automation was paused (A1).</summary>
    AutomationPaused = 4,

    /// <summary>Not enrolled: the automation was still a draft (A1).</summary>
    AutomationDraft = 5,

    /// <summary>Exited: the event is on the exit list (A4).</summary>
    ExitEvent = 6,

    /// <summary>Not enrolled: the event doesn't meet the trigger's condition (C2).</summary>
    ConditionNotMet = 7,

    /// <summary>Not enrolled: the event is history, which moves nobody (E12).</summary>
    History = 14,

    /// <summary>Enrolled: live, not while active, and no run was under way.</summary>
    NoneActive = 20,

    /// <summary>Enrolled: live, once per period, and none began within the period.</summary>
    PeriodOver = 21,

    /// <summary>Enrolled: live, once per key, and none was made by this key.</summary>
    FirstForKey = 22,

    /// <summary>Not enrolled: not while active, and a run is under way.</summary>
    AlreadyActive = 23,

    /// <summary>Not enrolled: once per period, and the last enrollment is less than a period ago.</summary>
    AlreadyEnrolledInPeriod = 24,

    /// <summary>Not enrolled: once per key, and an earlier enrollment was made by this key.</summary>
    AlreadyEnrolledForKey = 25,

    /// <summary>Not enrolled: once per key, and the event has none.</summary>
    KeyMissing = 26,

    /// <summary>Woken: a run waited for this event (F4).</summary>
    EventReceived = 27,

    /// <summary>Woken: a run waited for this event, and goes on with it once its automation is activated, or it is retried.</summary>
    EventKept = 28,
}
