namespace Sendra.Client.EventPatterns;

/// <summary>What happens to an event that does not fit its pattern's schema.</summary>
public enum Enforcement
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    None,
    Warn,
    Reject,
}
