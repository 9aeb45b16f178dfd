namespace Sendra.Domain.Enrollments;

/// <summary>Why a run ended.</summary>
// The numbers are stored: add, never renumber.
public enum EndReason
{
    /// <summary>It completed all steps.</summary>
    Completed = 1,

    /// <summary>An event on the exit list arrived.</summary>
    ExitEvent = 2,

    /// <summary>Somebody ended it.</summary>
    ByHand = 3,

    AutomationArchived = 4,
}
