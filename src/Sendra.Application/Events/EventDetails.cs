using Sendra.Application.Ingestion;

namespace Sendra.Application.Events;

/// <summary>One event with the answer to "why did or didn't it enroll?" (A7).</summary>
/// <param name="Decisions">What each automation that listened to it decided, with the automations' names of now.</param>
public sealed record EventDetails(LoggedEvent Event, IReadOnlyList<ExplainedDecision> Decisions);
