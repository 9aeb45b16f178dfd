using Sendra.Application.Ingestion;

namespace Sendra.Application.Events.SendEventBatch;

/// <summary>The result of one event in a batch.</summary>
/// <param name="Outcome">Its effect, if it was accepted.</param>
/// <param name="Refusal">Why it was rejected.</param>
public sealed record BatchItemResult(EventOutcome? Outcome, EventRefusal? Refusal);
