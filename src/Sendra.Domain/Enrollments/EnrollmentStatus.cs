namespace Sendra.Domain.Enrollments;

/// <summary>The status of a run.</summary>
// The numbers are stored: add, never renumber.
public enum EnrollmentStatus
{
    /// <summary>In progress.</summary>
    Active = 1,

    /// <summary>Completed all steps.</summary>
    Completed = 2,

    /// <summary>Ended by an event or manually.</summary>
    Exited = 3,
}
