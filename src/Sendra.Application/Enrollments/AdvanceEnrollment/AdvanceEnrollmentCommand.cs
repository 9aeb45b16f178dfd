using MediatR;

namespace Sendra.Application.Enrollments.AdvanceEnrollment;

/// <summary>Reports that a run went on to a step.</summary>
/// <param name="Id">The enrollment.</param>
/// <param name="Step">The step it is at now, from 1.</param>
/// <param name="ResumeAt">When the step goes on, or null when it waits for nothing.</param>
public sealed record AdvanceEnrollmentCommand(EnrollmentId Id, int? Step, DateTimeOffset? ResumeAt) : IRequest<EnrollmentJourney>;
