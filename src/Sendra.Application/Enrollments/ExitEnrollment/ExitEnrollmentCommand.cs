using MediatR;

namespace Sendra.Application.Enrollments.ExitEnrollment;

/// <summary>Drops a run by hand, at whatever step it is.</summary>
/// <param name="Id">The enrollment.</param>
public sealed record ExitEnrollmentCommand(EnrollmentId Id) : IRequest<EnrollmentJourney>;
