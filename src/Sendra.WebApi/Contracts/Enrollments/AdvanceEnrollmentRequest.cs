using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Enrollments;

/// <summary>How far a run is.</summary>
public sealed record AdvanceEnrollmentRequest
{
    /// <summary>The step it is at now, 1 to 10,000.</summary>
    /// <example>2</example>
    [Required]
    public int? Step { get; init; }

    /// <summary>When the step goes on, ISO 8601; nothing is waited for when left out.</summary>
    /// <example>2026-01-31T12:00:00Z</example>
    public DateTimeOffset? ResumeAt { get; init; }
}
