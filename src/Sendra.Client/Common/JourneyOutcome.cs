namespace Sendra.Client.Common;

/// <summary>The outcome of a visit to a step.</summary>
public enum JourneyOutcome
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Waiting,
    Done,
    Skipped,
    Failed,
    Cancelled,
}
