namespace Sendra.Domain.Enrollments;

/// <summary>Where an effect stands.</summary>
// The numbers are stored: add, never renumber.
public enum EffectState
{
    /// <summary>It is still to be done, or to be tried again.</summary>
    Open = 1,

    Done = 2,

    /// <summary>It could not be done, and is not tried again.</summary>
    Failed = 3,

    /// <summary>Its run ended first.</summary>
    Cancelled = 4,

    /// <summary>It was not to be done after all.</summary>
    Skipped = 5,
}
