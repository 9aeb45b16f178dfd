namespace Sendra.Domain.Enrollments;

/// <summary>What became of a visit that was left.</summary>
// The numbers are stored: add, never renumber.
public enum VisitOutcome
{
    /// <summary>The step did its work.</summary>
    Done = 1,

    /// <summary>The step had nothing to do, and the run went on.</summary>
    Skipped = 2,

    /// <summary>The step could not do its work.</summary>
    Failed = 3,

    /// <summary>The run ended while it was there.</summary>
    Cancelled = 4,
}
