namespace Sendra.Client.Enrollments;

/// <summary>One contact's run through one automation.</summary>
public sealed record Enrollment
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The automation.</summary>
    public string AutomationId { get; init; } = "";

    /// <summary>The automation's current name.</summary>
    public string AutomationName { get; init; } = "";

    /// <summary>The contact.</summary>
    public string ContactId { get; init; } = "";

    /// <summary>The contact's email.</summary>
    public string Email { get; init; } = "";

    /// <summary>The status of a run.</summary>
    public EnrollmentStatus Status { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset EnrolledAt { get; init; }

    /// <summary>The event that created it.</summary>
    public string EnrolledByEventId { get; init; } = "";

    /// <summary>When it ended; null while it is active.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The event that ended it; null if it was exited manually or not at all.</summary>
    public string? ExitedByEventId { get; init; }

    /// <summary>The current step, or the one where it ended, from 1.</summary>
    public int Step { get; init; }

    /// <summary>When the run leaves the current step; null if it doesn't wait for a time.</summary>
    public DateTimeOffset? ResumeAt { get; init; }

    /// <summary>The version of the automation's steps that it goes through.</summary>
    public int Version { get; init; }

    /// <summary>The id of the current step, or of the one where it ended; null if its version has no steps.</summary>
    public string? StepId { get; init; }

    /// <summary>When it continues by itself; while its automation is paused, when it would have continued.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
