using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Enrollments.ListEnrollments;

/// <summary>Reads a part of the enrollments, newest first; what is null does not restrict.</summary>
/// <param name="Email">Of the contact with this address, in any spelling that normalises to it (E1).</param>
/// <param name="Status">With this status.</param>
/// <param name="StepId">At this step of the automation now.</param>
/// <param name="Paging">Which part.</param>
public sealed record ListEnrollmentsQuery(
    AutomationId? AutomationId, ContactId? ContactId, string? Email, RunStatus? Status, string? StepId, Paging Paging)
    : IRequest<Page<EnrollmentResult>>;
