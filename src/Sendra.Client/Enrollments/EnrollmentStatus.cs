namespace Sendra.Client.Enrollments;

/// <summary>The status of a run.</summary>
public enum EnrollmentStatus
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Active,
    Completed,
    Exited,
    Parked,
}
