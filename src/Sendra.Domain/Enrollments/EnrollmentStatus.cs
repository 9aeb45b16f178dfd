namespace Sendra.Domain.Enrollments;

/// <summary>Where a run stands.</summary>
// The numbers are stored: add, never renumber.
public enum EnrollmentStatus
{
    /// <summary>Under way.</summary>
    Active = 1,

    /// <summary>Went through all steps.</summary>
    Completed = 2,

    /// <summary>Dropped by an event or by hand.</summary>
    Exited = 3,
}
