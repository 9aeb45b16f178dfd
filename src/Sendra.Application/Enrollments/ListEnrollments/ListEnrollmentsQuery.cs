using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Enrollments.ListEnrollments;

/// <summary>Lists enrollments, newest first. A null filter matches all.</summary>
/// <param name="Email">Of the contact with this email, in any spelling that normalizes to it (E1).</param>
/// <param name="Statuses">With one of these statuses; empty for all.</param>
/// <param name="StepId">At this step of the automation now.</param>
/// <param name="Version">By this version of the automation's steps.</param>
public sealed record ListEnrollmentsQuery(
    AutomationId? AutomationId, ContactId? ContactId, string? Email, IReadOnlyCollection<RunStatus> Statuses, string? StepId, int? Version, Paging Paging)
    : IRequest<Page<EnrollmentResult>>;
