using System.Text.Json.Serialization;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;

namespace Sendra.Application.Ingestion;

/// <summary>What one event did (E6).</summary>
/// <param name="EventId">Its id in the log; null for a dry run, which leaves nothing there, and for an event that was refused.</param>
/// <param name="Enrolled">How many automations enrolled the contact.</param>
/// <param name="Exited">How many active enrollments ended.</param>
/// <param name="Woken">How many waiting runs go on with it.</param>
/// <param name="Warnings">What was left out about the contact (E0, E4).</param>
/// <param name="Decisions">What each automation that listens for the event decided, and why (A7).</param>
public sealed record EventOutcome(
    EventId? EventId,
    int Enrolled,
    int Exited,
    int Woken,
    IReadOnlyList<ContactWarning> Warnings,
    IReadOnlyList<ExplainedDecision> Decisions)
{
    /// <summary>Why the event was not taken, and did nothing; null when it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EventRefusal? Refusal { get; init; }

    /// <summary>True when its own key was used before, and this is what it did then.</summary>
    [JsonIgnore]
    public bool IsRepeat { get; init; }

    /// <summary>Whose it is, while it is at hand; the first answer to a key does not keep it.</summary>
    [JsonIgnore]
    public ContactId? ContactId { get; init; }

    /// <summary>An event that was not taken.</summary>
    public static EventOutcome Refused(EventRefusal refusal) => new(null, 0, 0, 0, [], []) { Refusal = refusal };

    /// <summary>The same effect, without the ids of rows that a dry run never writes (E10): what it would drop, and what stood in the way, is there.</summary>
    public EventOutcome Unsaved() =>
        this with { EventId = null, Decisions = [.. Decisions.Select(decision => decision.Outcome == DecisionOutcome.Enrolled ? decision with { EnrollmentId = null } : decision)] };
}
