namespace Sendra.Client.Common;

/// <summary>What one automation did with the event, and why.</summary>
public sealed record Decision
{
    /// <summary>The automation.</summary>
    public string AutomationId { get; init; } = "";

    /// <summary>Its name.</summary>
    public string AutomationName { get; init; } = "";

    /// <summary>What an automation did with an event.</summary>
    public DecisionOutcome Outcome { get; init; }

    /// <summary>Why an automation did what it did.</summary>
    public string Code { get; init; } = "";

    /// <summary>Why, in a sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>
    /// The enrollment that was made, dropped, or stood in the way; null when there is none, and in a dry run of one that would be made.
    /// </summary>
    public string? EnrollmentId { get; init; }

    /// <summary>The step where it began or ended; 1 in an automation with steps.</summary>
    public int? Step { get; init; }

    /// <summary>The id of the step where it began or ended; null if the automation had no steps.</summary>
    public string? StepId { get; init; }

    /// <summary>
    /// In a dry run, of an enrollment that would be made: the visits to its steps up to where it would first wait or end, as in an
    /// enrollment's journey. Omitted otherwise.
    /// </summary>
    public IReadOnlyList<JourneyVisit>? Journey { get; init; }
}
