namespace Sendra.Domain.Enrollments;

/// <summary>What a visit does beside its own run.</summary>
// The numbers are stored: add, never renumber.
public enum EffectKind
{
    /// <summary>One HTTP call.</summary>
    CallUrl = 1,

    /// <summary>One mail.</summary>
    SendEmail = 2,

    /// <summary>One event of the same contact. Only the database sees it, so it needs no claim: it is stored with the run's next step.</summary>
    SendEvent = 3,
}
