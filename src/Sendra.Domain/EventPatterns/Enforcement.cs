namespace Sendra.Domain.EventPatterns;

/// <summary>What happens to an event that does not fit its pattern's schema.</summary>
// The numbers are stored: add, never renumber.
public enum Enforcement
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It counts, and the answer warns of each property.</summary>
    Warn = 1,

    /// <summary>It is refused.</summary>
    Reject = 2,
}
