using MediatR;

namespace Sendra.Application.Enrollments.GetEnrollment;

/// <summary>Reads one enrollment.</summary>
/// <param name="Id">The enrollment.</param>
public sealed record GetEnrollmentQuery(EnrollmentId Id) : IRequest<EnrollmentJourney>;
