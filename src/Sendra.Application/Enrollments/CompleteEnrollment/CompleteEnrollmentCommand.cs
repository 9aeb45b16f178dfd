using MediatR;

namespace Sendra.Application.Enrollments.CompleteEnrollment;

/// <summary>Reports that a run went through its last step.</summary>
/// <param name="Id">The enrollment.</param>
public sealed record CompleteEnrollmentCommand(EnrollmentId Id) : IRequest<EnrollmentJourney>;
