namespace Sendra.Client.Automations;

/// <summary>The outcome of a completed visit.</summary>
public enum VisitOutcome
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Done,
    Skipped,
    Failed,
    Cancelled,
}
