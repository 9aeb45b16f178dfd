namespace Sendra.Application.Enrollments;

/// <summary>Manual changes to a run. Its open visit is closed and counted in the same transaction.</summary>
public interface IRunsByHand
{
    /// <summary>Ends a run at any step.</summary>
    /// <exception cref="Sendra.Domain.Common.NotFoundException">There is none with this id.</exception>
    /// <exception cref="Sendra.Domain.Common.ConflictException"><c>enrollmentEnded</c>: it has already ended.</exception>
    Task ExitAsync(EnrollmentId id, CancellationToken cancellationToken);

    /// <summary>Lets a parked run continue.</summary>
    /// <exception cref="Sendra.Domain.Common.NotFoundException">There is none with this id.</exception>
    /// <exception cref="Sendra.Domain.Common.ConflictException"><c>enrollmentNotParked</c>, or <c>enrollmentEnded</c>.</exception>
    Task RetryAsync(EnrollmentId id, CancellationToken cancellationToken);
}
