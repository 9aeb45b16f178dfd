using Sendra.Application.Common;

namespace Sendra.Application.Enrollments;

/// <summary>The current workspace's enrollments, to be read.</summary>
public interface IEnrollmentList
{
    /// <summary>A part of them, newest first.</summary>
    /// <param name="paging">Which part.</param>
    Task<Page<EnrollmentResult>> ListAsync(EnrollmentFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>One of them with the way that it went, or null.</summary>
    Task<EnrollmentJourney?> FindJourneyAsync(EnrollmentId id, CancellationToken cancellationToken);
}
