using Sendra.Domain.Enrollments;

namespace Sendra.Application.Enrollments;

public static class RunStatusExtensions
{
    public static RunStatus StatusOf(this Enrollment run) => run.Status switch
    {
        EnrollmentStatus.Active => run.IsParked ? RunStatus.Parked : RunStatus.Active,
        EnrollmentStatus.Completed => RunStatus.Completed,
        EnrollmentStatus.Exited => RunStatus.Exited,
        _ => throw new InvalidOperationException($"No word for {run.Status}."),
    };

    /// <summary>The status as it is stored; a parked run is active there.</summary>
    public static EnrollmentStatus Stored(this RunStatus status) => status switch
    {
        RunStatus.Active or RunStatus.Parked => EnrollmentStatus.Active,
        RunStatus.Completed => EnrollmentStatus.Completed,
        RunStatus.Exited => EnrollmentStatus.Exited,
        _ => throw new InvalidOperationException($"{status} is stored nowhere."),
    };
}
