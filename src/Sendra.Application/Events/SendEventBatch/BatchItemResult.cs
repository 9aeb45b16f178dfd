using Sendra.Application.Ingestion;

namespace Sendra.Application.Events.SendEventBatch;

/// <summary>What one event of a batch came to.</summary>
/// <param name="Outcome">Its effect, when it was accepted.</param>
/// <param name="Refusal">Why it was rejected.</param>
public sealed record BatchItemResult(EventOutcome? Outcome, EventRefusal? Refusal);
