using Sendra.Domain.Events;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>What one automation did with the event, and why.</summary>
/// <param name="AutomationId">The automation.</param>
/// <param name="AutomationName">Its name.</param>
/// <param name="Outcome">What it did.</param>
/// <param name="Code">Why, for programs.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="EnrollmentId">The enrollment that was made or dropped; null when there is none, and in a dry run.</param>
/// <param name="Step">The step at which it began or was dropped.</param>
public sealed record DecisionResponse(
    AutomationId AutomationId,
    string AutomationName,
    DecisionOutcome Outcome,
    DecisionReason Code,
    string Reason,
    EnrollmentId? EnrollmentId,
    int? Step);
