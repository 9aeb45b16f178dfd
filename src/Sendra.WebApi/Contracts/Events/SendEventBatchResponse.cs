namespace Sendra.WebApi.Contracts.Events;

/// <summary>The results of the events in a batch.</summary>
/// <param name="Accepted">How many took effect.</param>
/// <param name="Rejected">How many didn't.</param>
/// <param name="Duplicate">True if the Idempotency-Key was used before, and this repeats the first response.</param>
/// <param name="Results">One result per event, in order.</param>
public sealed record SendEventBatchResponse(
    int Accepted, int Rejected, bool Duplicate, IReadOnlyList<BatchResultResponse> Results);
