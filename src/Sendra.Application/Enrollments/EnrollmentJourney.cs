namespace Sendra.Application.Enrollments;

/// <summary>An enrollment with the way that it went.</summary>
/// <param name="EndedBecause">Why it ended; null while it is under way, and for what ended before workflows had steps.</param>
/// <param name="Journey">All its visits, in order; the last may be open.</param>
public sealed record EnrollmentJourney(EnrollmentResult Enrollment, RunEnd? EndedBecause, IReadOnlyList<JourneyVisit> Journey);
