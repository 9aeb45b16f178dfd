using Sendra.Client.Common;

namespace Sendra.Client.Automations;

/// <summary>Whether an automation would enroll the contact.</summary>
public sealed record TestDecision
{
    /// <summary>What an automation did with an event.</summary>
    public DecisionOutcome Outcome { get; init; }

    /// <summary>
    /// Why, for programs: as in the event log, <c>triggerMismatch</c> for an event that isn't the trigger, or <c>schemaViolated</c> for one
    /// that its schema rejects.
    /// </summary>
    public string Code { get; init; } = "";

    /// <summary>Why, as a sentence.</summary>
    public string Reason { get; init; } = "";
}
