namespace Sendra.Application.Events.SendEventBatch;

/// <summary>What each event of a batch came to.</summary>
/// <param name="Items">One for each event, in order: its outcome or its errors.</param>
/// <param name="Duplicate">True when this is the first answer again (E8).</param>
public sealed record SendEventBatchResult(IReadOnlyList<BatchItemResult> Items, bool Duplicate);
