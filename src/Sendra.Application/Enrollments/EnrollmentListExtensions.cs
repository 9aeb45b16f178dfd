using Sendra.Domain.Common;

namespace Sendra.Application.Enrollments;

internal static class EnrollmentListExtensions
{
    /// <summary>One enrollment as the API returns it.</summary>
    /// <exception cref="NotFoundException">The workspace has none (W4).</exception>
    public static async Task<EnrollmentJourney> GetAsync(this IEnrollmentList enrollments, EnrollmentId id, CancellationToken cancellationToken) =>
        await enrollments.FindJourneyAsync(id, cancellationToken) ?? throw new NotFoundException("enrollment");
}
