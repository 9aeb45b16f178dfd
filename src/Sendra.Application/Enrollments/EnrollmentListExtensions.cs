using Sendra.Domain.Common;

namespace Sendra.Application.Enrollments;

internal static class EnrollmentListExtensions
{
    /// <summary>One enrollment as it is answered.</summary>
    /// <exception cref="NotFoundException">There is none in this workspace (W4).</exception>
    public static async Task<EnrollmentJourney> GetAsync(this IEnrollmentList enrollments, EnrollmentId id, CancellationToken cancellationToken) =>
        await enrollments.FindJourneyAsync(id, cancellationToken) ?? throw new NotFoundException("enrollment");
}
