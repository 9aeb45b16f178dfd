namespace Sendra.Application.Enrollments;

/// <summary>The outcome of a visit to a step.</summary>
public enum JourneyOutcome
{
    /// <summary>The run is still there.</summary>
    Waiting,

    /// <summary>The step did its work.</summary>
    Done,

    /// <summary>The step had nothing to do, and the run continued.</summary>
    Skipped,

    /// <summary>The step couldn't do its work.</summary>
    Failed,

    /// <summary>The run ended while it was there.</summary>
    Cancelled,
}
