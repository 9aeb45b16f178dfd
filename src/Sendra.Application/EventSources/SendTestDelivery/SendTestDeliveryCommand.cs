using MediatR;
using Sendra.Application.EventSources.IngestWebhook;
using Sendra.Domain.Common;

namespace Sendra.Application.EventSources.SendTestDelivery;

/// <summary>Sends a delivery to a source in its sender's place. What becomes of it is real.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Payload">The body: a JSON value, or a JSON string with the raw body.</param>
/// <param name="Headers">The request's headers.</param>
/// <param name="Url">The URL that has this token, as its sender knows it.</param>
public sealed record SendTestDeliveryCommand(
    EventSourceId SourceId, RawJson? Payload, IReadOnlyDictionary<string, string?>? Headers, Func<string, string> Url) : IRequest<WebhookAnswer>;
