using Sendra.Application.Common;

namespace Sendra.Application.Enrollments;

/// <summary>Reads the current workspace's enrollments.</summary>
public interface IEnrollmentList
{
    /// <summary>A page of enrollments, newest first.</summary>
    Task<Page<EnrollmentResult>> ListAsync(EnrollmentFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>One enrollment with its journey, or null.</summary>
    Task<EnrollmentJourney?> FindJourneyAsync(EnrollmentId id, CancellationToken cancellationToken);
}
