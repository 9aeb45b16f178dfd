namespace Sendra.Application.Enrollments;

/// <summary>An enrollment with its journey.</summary>
/// <param name="EndedBecause">Why it ended; null while it is active, and for runs that ended before automations had steps.</param>
/// <param name="Journey">All its visits, in order. The last one may still be open.</param>
public sealed record EnrollmentJourney(EnrollmentResult Enrollment, RunEnd? EndedBecause, IReadOnlyList<JourneyVisit> Journey);
