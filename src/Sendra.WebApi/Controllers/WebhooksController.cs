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

/// <summary>Where senders post.</summary>
/// <param name="mediator">Carries commands to their handlers.</param>
[ApiController]
[AllowAnonymous]
[Tags("Webhooks")]
public sealed class WebhooksController(IMediator mediator) : ControllerBase
{
    // The server counts what frames the chunks too: the limit of the body itself is counted here.
    private const int MaxBytesOnTheWire = 8 * Payload.MaxBytes;

    /// <summary>Takes in one delivery to an event source.</summary>
    /// <remarks>
    /// The URL is all the authentication there is, plus the source's signature check if it has one. Whatever can't be
    /// mapped is kept as skipped, with the reason, and answered 200: sending it again would change nothing.
    /// </remarks>
    /// <response code="200">It is recorded: processed, skipped or duplicate.</response>
    /// <response code="401">The signature is not right; recorded as refused, without effect.</response>
    /// <response code="404">`webhookNotFound`: no event source has this URL.</response>
    /// <response code="410">`eventSourceDisabled`: the event source takes no deliveries.</response>
    /// <response code="413">`bodyTooLarge`: more than 1 MiB.</response>
    /// <response code="503">Nothing was stored, unless the message says that it may be; send again after Retry-After seconds.</response>
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
