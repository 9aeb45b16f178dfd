using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Enrollments;

/// <summary>The step that a run has reached.</summary>
public sealed record AdvanceEnrollmentRequest
{
    /// <summary>The current step, 1 to 10,000.</summary>
    /// <example>2</example>
    [Required]
    public int? Step { get; init; }

    /// <summary>When the run leaves the step, in ISO 8601. Omit it if the step doesn't wait for a time.</summary>
    /// <example>2026-01-31T12:00:00Z</example>
    public DateTimeOffset? ResumeAt { get; init; }
}
