using System.Text.Json;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Events;

namespace Sendra.Application.Automations.TestAutomation;

/// <summary>Whether an automation would enroll the contact.</summary>
/// <param name="Outcome">enrolled or notEnrolled.</param>
/// <param name="Code">Why, for programs: as in the event log, `triggerMismatch` for an event that isn't the trigger, or `schemaViolated` for one that its schema rejects.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record TestDecision(DecisionOutcome Outcome, string Code, string Reason)
{
    internal static TestDecision Of(Decision decision) => new(
        decision.Outcome,
        JsonNamingPolicy.CamelCase.ConvertName($"{decision.Reason}"),

        // The automation need not be live, and nobody was in it before.
        decision.Outcome == DecisionOutcome.Enrolled ? "Enrolled: the automation listens to this event and takes this contact, as if it were live." : decision.Explanation);

    internal static TestDecision Rejected(string eventName, string why) => new(
        DecisionOutcome.NotEnrolled, SchemaViolation.Code, $"Not enrolled: the schema of {eventName} rejects the event. {why}");

    internal static TestDecision OtherTrigger(string trigger, string sent) => new(
        DecisionOutcome.NotEnrolled, "triggerMismatch", $"Not enrolled: the automation enrolls on {trigger}, and the event is {sent}.");
}
