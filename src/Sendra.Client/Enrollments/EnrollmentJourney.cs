using Sendra.Client.Common;

namespace Sendra.Client.Enrollments;

/// <summary>One contact's run through one automation, with its journey.</summary>
public sealed record EnrollmentJourney
{
    public string Id { get; init; } = "";

    public string AutomationId { get; init; } = "";

    public string AutomationName { get; init; } = "";

    public string ContactId { get; init; } = "";

    public string Email { get; init; } = "";

    /// <summary>The status of a run.</summary>
    public EnrollmentStatus Status { get; init; }

    public DateTimeOffset EnrolledAt { get; init; }

    public string EnrolledByEventId { get; init; } = "";

    public DateTimeOffset? EndedAt { get; init; }

    public string? ExitedByEventId { get; init; }

    public int Step { get; init; }

    public DateTimeOffset? ResumeAt { get; init; }

    public int Version { get; init; }

    public string? StepId { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Why a run ended.</summary>
    public EnrollmentEnd? EndedBecause { get; init; }

    /// <summary>All its visits to steps, in order. The last one may still be open.</summary>
    public IReadOnlyList<JourneyVisit> Journey { get; init; } = [];
}
