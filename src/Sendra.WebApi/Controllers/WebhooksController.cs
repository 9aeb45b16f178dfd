using System.Buffers;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.EventSources.IngestWebhook;
using Sendra.Domain.EventSources;
using Sendra.WebApi.Contracts.EventSources;
using Sendra.WebApi.Errors;
using Sendra.WebApi.Http;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Controllers;

/// <summary>Senders post their webhooks here.</summary>
[ApiController]
[AllowAnonymous]
[Tags("Webhooks")]
public sealed class WebhooksController(IMediator mediator) : ControllerBase
{
    // The server counts what frames the chunks too: the limit of the body itself is counted here.
    private const int MaxBytesOnTheWire = 8 * Payload.MaxBytes;

    /// <summary>Receives a delivery to an event source.</summary>
    /// <remarks>
    /// The URL authenticates the sender, together with the source's signature check if it has one. A delivery that can't be
    /// mapped is stored as skipped, with the reason, and gets 200, because sending it again would change nothing.
    /// </remarks>
    /// <response code="200">Recorded as processed, skipped, duplicate or ignored; of a list, with the outcome of each item.</response>
    /// <response code="401">The signature is wrong. The delivery is recorded as refused, without effect.</response>
    /// <response code="404">`webhookNotFound`: no event source has this URL.</response>
    /// <response code="410">`eventSourceDisabled`: the event source is disabled.</response>
    /// <response code="413">`bodyTooLarge`: the body is larger than 1 MiB.</response>
    /// <response code="503">Nothing was stored, unless the message says that it may have been. Try again after Retry-After seconds.</response>
    [HttpPost(HiddenToken.PathPrefix + "{token}")]
    [RequestSizeLimit(MaxBytesOnTheWire)]
    public async Task<ActionResult<DeliveryOutcomeResponse>> Receive()
    {
        // Once it has arrived, it is recorded, whether or not the sender still waits.
        var outcome = await mediator.Send(
            new IngestWebhookCommand(HttpContext.Features.Get<HiddenToken>()?.Token, Request.ContentType, Headers(), ReadBodyAsync),
            CancellationToken.None);
        if (outcome.Status != DeliveryStatus.Refused)
        {
            return outcome.ToResponse();
        }

        await HttpContext.WriteProblemAsync(StatusCodes.Status401Unauthorized, outcome.Code, outcome.Reason);
        return new EmptyResult();
    }

    private RequestHeaders Headers() => new(
        from header in Request.Headers
        from value in header.Value
        select KeyValuePair.Create(header.Key, value ?? ""));

    private Task<byte[]> ReadBodyAsync() => HttpContext.ReadBodyAsync(Payload.MaxBytes, body => body.ToArray());
}
