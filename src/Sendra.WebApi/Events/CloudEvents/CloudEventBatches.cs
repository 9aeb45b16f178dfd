using System.Text.Json;
using FluentValidation;
using Sendra.Application.Events.SendEventBatch;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Events.CloudEvents;

/// <summary>Batches of CloudEvents: each event is read by itself, so that a bad one stops no other.</summary>
internal static class CloudEventBatches
{
    /// <exception cref="ValidationException">It is no JSON array.</exception>
    public static SendEventBatchCommand Read(ReadOnlySpan<byte> utf8, CloudEventReader reader)
    {
        var events = Split(utf8);
        return new SendEventBatchCommand([.. events.Count > SendEventBatchCommand.MaxEvents ? events.Select(_ => new BatchItem(null, null)) : events.Select(one => ReadOne(one, reader))]);
    }

    public static CloudEventBatchResponse ToCloudResponse(this SendEventBatchResult result)
    {
        var results = result.Items.Select(ToResult).ToArray();
        int Count(CloudEventStatus status) => results.Count(one => one.Status == status);
        return new CloudEventBatchResponse(Count(CloudEventStatus.Accepted), Count(CloudEventStatus.Duplicate), Count(CloudEventStatus.Rejected), results);
    }

    private static CloudEventResultResponse ToResult(BatchItemResult item, int index) => item switch
    {
        { Outcome: { } outcome } => new(
            index,
            outcome.IsRepeat ? CloudEventStatus.Duplicate : CloudEventStatus.Accepted,
            outcome.EventId,
            outcome.Enrolled,
            outcome.Exited,
            outcome.Woken,
            outcome.Warnings,
            null),
        _ => new(index, CloudEventStatus.Rejected, null, null, null, null, null, new BatchErrorResponse(item.Refusal!.Code, item.Refusal.Errors.InTheirNames())),
    };

    private static BatchItem ReadOne(UncheckedEvent item, CloudEventReader reader)
    {
        try
        {
            var cloudEvent = (CloudEvent)JsonBody.Read(item.Utf8.Span, typeof(CloudEvent));
            return new BatchItem(reader.Read(cloudEvent, CloudEventData.Of(cloudEvent)), null);
        }
        catch (ValidationException invalid)
        {
            return new BatchItem(null, invalid.Errors.GroupBy(error => error.PropertyName, error => error.ErrorMessage).ToDictionary(field => field.Key, field => field.ToArray()));
        }
    }

    private static IReadOnlyList<UncheckedEvent> Split(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = ApiJson.Options.MaxDepth });
            reader.Read();
            var events = new UncheckedEventsConverter().Read(ref reader, typeof(IReadOnlyList<UncheckedEvent>), ApiJson.Options);
            reader.Read();
            return events;
        }
        catch (JsonException)
        {
            throw JsonBody.Wrong(JsonBody.WholeBody, "must be a JSON array of events");
        }
    }
}
