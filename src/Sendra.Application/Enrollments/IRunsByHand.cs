namespace Sendra.Application.Enrollments;

/// <summary>What a person does to a run, with all that follows from it: its open visit is closed and counted in the same transaction.</summary>
public interface IRunsByHand
{
    /// <summary>Ends a run at whatever step it is.</summary>
    /// <exception cref="Sendra.Domain.Common.NotFoundException">There is none with this id.</exception>
    /// <exception cref="Sendra.Domain.Common.ConflictException"><c>enrollmentEnded</c>: it has ended before.</exception>
    Task ExitAsync(EnrollmentId id, CancellationToken cancellationToken);

    /// <summary>Lets a parked run go on.</summary>
    /// <exception cref="Sendra.Domain.Common.NotFoundException">There is none with this id.</exception>
    /// <exception cref="Sendra.Domain.Common.ConflictException"><c>enrollmentNotParked</c>, or <c>enrollmentEnded</c>.</exception>
    Task RetryAsync(EnrollmentId id, CancellationToken cancellationToken);
}
