namespace Sendra.Domain.Enrollments;

/// <summary>The outcome of a completed visit.</summary>
// The numbers are stored: add, never renumber.
public enum VisitOutcome
{
    /// <summary>The step did its work.</summary>
    Done = 1,

    /// <summary>The step had nothing to do, and the run continued.</summary>
    Skipped = 2,

    /// <summary>The step couldn't do its work.</summary>
    Failed = 3,

    /// <summary>The run ended while it was there.</summary>
    Cancelled = 4,
}
