namespace Sendra.WebApi.Contracts.Events;

/// <summary>What the events of a batch came to.</summary>
/// <param name="Accepted">How many took effect.</param>
/// <param name="Rejected">How many did not.</param>
/// <param name="Duplicate">True when the Idempotency-Key was used before and this is the first answer again.</param>
/// <param name="Results">One for each event, in order.</param>
public sealed record SendEventBatchResponse(
    int Accepted, int Rejected, bool Duplicate, IReadOnlyList<BatchResultResponse> Results);
