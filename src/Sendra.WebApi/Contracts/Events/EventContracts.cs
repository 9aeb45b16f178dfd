using FluentValidation;
using Sendra.Application.Events.SendEvent;
using Sendra.Application.Events.SendEventBatch;
using Sendra.Application.Ingestion;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>Maps between the contracts of sending and their commands.</summary>
internal static class EventContracts
{
    private static readonly BatchItem Unread = new(null, null);

    public static SendEventCommand ToCommand(this SendEventRequest request, IdempotencyKey? key = null) => new(
        request.Email,
        request.EventName,
        request.EventProperties,
        request.ContactProperties,
        request.OccurredAt,
        request.DryRun,
        request.History,
        key,
        request.ExternalId.Value,
        request.ExternalId.IsNull);

    public static SendEventBatchCommand ToCommand(this SendEventBatchRequest request, IdempotencyKey? key)
    {
        var events = request.Events ?? [];

        // Too many are refused for their number, whatever they say.
        return new([.. events.Count > SendEventBatchCommand.MaxEvents ? events.Select(_ => Unread) : events.Select(Read)], key);
    }

    public static SendEventResponse ToResponse(this SendEventResult result) => new(
        result.Outcome.EventId,
        result.Outcome.Enrolled,
        result.Outcome.Exited,
        result.Outcome.Woken,
        result.Duplicate,
        result.Outcome.Warnings,
        result.Outcome.Decisions);

    public static SendEventBatchResponse ToResponse(this SendEventBatchResult result) => new(
        result.Items.Count(item => item.Outcome is not null),
        result.Items.Count(item => item.Outcome is null),
        result.Duplicate,
        [.. result.Items.Select(ToResponse)]);

    private static BatchResultResponse ToResponse(BatchItemResult item, int index) => item.Outcome is { } outcome
        ? new(index, BatchResultStatus.Accepted, outcome.EventId, outcome.Enrolled, outcome.Exited, outcome.Woken, outcome.Warnings, null)
        : new(index, BatchResultStatus.Rejected, null, null, null, null, null, new BatchErrorResponse(item.Refusal!.Code, item.Refusal.Errors));

    private static BatchItem Read(UncheckedEvent item)
    {
        try
        {
            var request = (SendEventRequest)JsonBody.Read(item.Utf8.Span, typeof(SendEventRequest));
            return request.DryRun
                ? throw JsonBody.Wrong("dryRun", "is for single events")
                : new BatchItem(request.ToCommand(), null);
        }
        catch (ValidationException exception)
        {
            return new BatchItem(null, exception.Errors
                .GroupBy(error => error.PropertyName, error => error.ErrorMessage)
                .ToDictionary(field => field.Key, field => field.ToArray()));
        }
    }
}
