using MediatR;

namespace Sendra.Application.Enrollments.ExitEnrollment;

/// <summary>Exits a run manually, at any step.</summary>
public sealed record ExitEnrollmentCommand(EnrollmentId Id) : IRequest<EnrollmentJourney>;
