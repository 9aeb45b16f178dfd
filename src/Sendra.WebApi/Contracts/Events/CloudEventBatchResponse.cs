namespace Sendra.WebApi.Contracts.Events;

/// <summary>The results of a batch of CloudEvents.</summary>
/// <param name="Accepted">How many took effect.</param>
/// <param name="Duplicates">How many had come before.</param>
/// <param name="Rejected">How many were refused.</param>
/// <param name="Results">One result per event, in order.</param>
public sealed record CloudEventBatchResponse(int Accepted, int Duplicates, int Rejected, IReadOnlyList<CloudEventResultResponse> Results);
