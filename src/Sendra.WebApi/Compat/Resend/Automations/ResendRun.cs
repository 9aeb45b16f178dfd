using System.Text.Json.Serialization;
using Sendra.Application.Enrollments;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>A run in a list: an enrollment of Sendra's.</summary>
/// <param name="Id">The enrollment's id.</param>
/// <param name="Status"><c>running</c>, <c>completed</c>, <c>failed</c> (parked: a step failed too often) or <c>cancelled</c>.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="CompletedAt">When it ended; null while it has not.</param>
/// <param name="CreatedAt">When it began.</param>
public record ResendRun(
    EnrollmentId Id,
    string Status,
    [property: JsonPropertyName("started_at")] DateTimeOffset StartedAt,
    [property: JsonPropertyName("completed_at")] DateTimeOffset? CompletedAt,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt)
{
    internal static ResendRun From(EnrollmentResult run) => new(run.Id, ResendRunStatus.Of(run.Status), run.EnrolledAt, run.EndedAt, run.EnrolledAt);
}
