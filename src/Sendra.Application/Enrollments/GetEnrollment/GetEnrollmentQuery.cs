using MediatR;

namespace Sendra.Application.Enrollments.GetEnrollment;

/// <summary>Reads one enrollment.</summary>
public sealed record GetEnrollmentQuery(EnrollmentId Id) : IRequest<EnrollmentJourney>;
