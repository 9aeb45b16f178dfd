namespace Sendra.Client.Enrollments;

/// <summary>Why a run ended.</summary>
public sealed record EnrollmentEnd
{
    /// <summary><c>completed</c>, <c>exitEvent</c>, <c>byHand</c> or <c>automationArchived</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>The same as a sentence.</summary>
    public string Reason { get; init; } = "";
}
