namespace Sendra.Application.Events.SendEventBatch;

/// <summary>The results of the events in a batch.</summary>
/// <param name="Items">One per event, in order: its outcome or its errors.</param>
/// <param name="Duplicate">True if this repeats the first answer (E8).</param>
public sealed record SendEventBatchResult(IReadOnlyList<BatchItemResult> Items, bool Duplicate);
