namespace Sendra.Domain.Enrollments;

/// <summary>What a visit does outside.</summary>
// The numbers are stored: add, never renumber.
public enum EffectKind
{
    /// <summary>One HTTP call.</summary>
    CallUrl = 1,

    /// <summary>One mail.</summary>
    SendEmail = 2,
}
