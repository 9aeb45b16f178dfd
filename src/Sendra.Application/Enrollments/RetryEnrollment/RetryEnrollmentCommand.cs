using MediatR;

namespace Sendra.Application.Enrollments.RetryEnrollment;

/// <summary>Lets a parked run continue.</summary>
public sealed record RetryEnrollmentCommand(EnrollmentId Id) : IRequest<EnrollmentJourney>;
