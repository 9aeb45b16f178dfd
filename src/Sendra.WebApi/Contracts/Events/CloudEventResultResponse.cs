using Sendra.Domain.Contacts;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>What one event of a batch of CloudEvents came to.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Status">Whether it took effect.</param>
/// <param name="EventId">Its id in the log; of a duplicate, that of the first one.</param>
/// <param name="Enrolled">How many automations enrolled the contact.</param>
/// <param name="Exited">How many active enrollments were dropped.</param>
/// <param name="Woken">How many enrollments that waited for the event continue with it.</param>
/// <param name="Warnings">An <c>externalid</c> that was left out, and why; and data that don't fit a schema which warns (`schemaViolated`).</param>
/// <param name="Error">Why it was rejected, by attribute.</param>
public sealed record CloudEventResultResponse(
    int Index,
    CloudEventStatus Status,
    EventId? EventId,
    int? Enrolled,
    int? Exited,
    int? Woken,
    IReadOnlyList<ContactWarning>? Warnings,
    BatchErrorResponse? Error);
