using System.Text.Json.Serialization;
using Sendra.Application.Enrollments;
using Sendra.Domain.Events;

namespace Sendra.Application.Ingestion;

/// <summary>What one automation did with the event, and why.</summary>
/// <param name="AutomationId">The automation.</param>
/// <param name="AutomationName">Its name.</param>
/// <param name="Outcome">What it did.</param>
/// <param name="Code">Why, for programs.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="EnrollmentId">The enrollment that was made, dropped, or stood in the way; null when there is none, and in a dry run of one that would be made.</param>
/// <param name="Step">The step where it began or ended; 1 in an automation with steps.</param>
/// <param name="StepId">The id of the step where it began or ended; null if the automation had no steps.</param>
public sealed record ExplainedDecision(
    AutomationId AutomationId,
    string AutomationName,
    DecisionOutcome Outcome,
    DecisionReason Code,
    string Reason,
    EnrollmentId? EnrollmentId,
    int? Step,
    string? StepId)
{
    /// <summary>
    /// In a dry run, of an enrollment that would be made: the visits to its steps up to where it would first wait or end, as in an enrollment's
    /// journey. Omitted otherwise.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JourneyVisit>? Journey { get; init; }

    /// <summary>Puts a decision into words.</summary>
    /// <param name="automationName">The automation's name.</param>
    public static ExplainedDecision From(Decision decision, string automationName) =>
        new(decision.AutomationId, automationName, decision.Outcome, decision.Reason, decision.Explanation, decision.EnrollmentId, decision.Step, decision.StepId);
}
