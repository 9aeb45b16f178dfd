using MediatR;

namespace Sendra.Application.Enrollments.AdvanceEnrollment;

/// <summary>Moves a run to a step.</summary>
/// <param name="Step">The step that it has reached, from 1.</param>
/// <param name="ResumeAt">When the run leaves the step, or null if it doesn't wait for a time.</param>
public sealed record AdvanceEnrollmentCommand(EnrollmentId Id, int? Step, DateTimeOffset? ResumeAt) : IRequest<EnrollmentJourney>;
