namespace Sendra.Client.Enrollments;

/// <summary>Where an enrollment is in your own program.</summary>
public sealed record EnrollmentAdvance
{
    /// <summary>The number of the step.</summary>
    public required int Step { get; init; }

    /// <summary>When it goes on; null for nothing to wait for.</summary>
    public DateTimeOffset? ResumeAt { get; init; }
}
