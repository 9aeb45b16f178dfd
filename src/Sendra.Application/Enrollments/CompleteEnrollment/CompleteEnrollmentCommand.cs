using MediatR;

namespace Sendra.Application.Enrollments.CompleteEnrollment;

/// <summary>Completes a run.</summary>
public sealed record CompleteEnrollmentCommand(EnrollmentId Id) : IRequest<EnrollmentJourney>;
