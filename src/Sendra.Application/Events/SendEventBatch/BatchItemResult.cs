using Sendra.Application.Ingestion;

namespace Sendra.Application.Events.SendEventBatch;

/// <summary>What one event of a batch came to.</summary>
/// <param name="Outcome">Its effect, when it was accepted.</param>
/// <param name="Errors">What is wrong, by JSON field name, when it was rejected.</param>
public sealed record BatchItemResult(EventOutcome? Outcome, IReadOnlyDictionary<string, string[]>? Errors);
