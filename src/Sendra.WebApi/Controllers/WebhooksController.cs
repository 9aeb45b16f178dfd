using System.Buffers;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Sendra.Application.EventSources.IngestWebhook;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Handshakes;
using Sendra.WebApi.Contracts.EventSources;
using Sendra.WebApi.Errors;
using Sendra.WebApi.Http;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Controllers;

/// <summary>Senders post their webhooks here.</summary>
[ApiController]
[AllowAnonymous]
[Tags("Webhooks")]
public sealed class WebhooksController(IMediator mediator, PublicUrl publicUrl) : ControllerBase
{
    // The server counts what frames the chunks too: the limit of the body itself is counted here.
    private const int MaxBytesOnTheWire = 8 * Payload.MaxBytes;

    /// <summary>Receives a delivery to an event source.</summary>
    /// <remarks>
    /// The URL authenticates the sender, together with the source's signature check if it has one. A delivery that can't be
    /// mapped is stored as skipped, with the reason, and gets 200, because sending it again would change nothing. What a sender asks
    /// before it sends is answered as the source's handshake says, in whatever form the sender wants.
    /// </remarks>
    /// <response code="200">Recorded as processed, skipped, duplicate or ignored; of a list, with the outcome of each item.</response>
    /// <response code="401">The signature is wrong. The delivery is recorded as refused, without effect.</response>
    /// <response code="404">`webhookNotFound`: no event source has this URL.</response>
    /// <response code="410">`eventSourceDisabled`: the event source is disabled.</response>
    /// <response code="413">`bodyTooLarge`: the body is larger than 1 MiB, before or after it is decompressed. The delivery is recorded as refused, without its body.</response>
    /// <response code="503">Nothing was stored, unless the message says that it may have been. Try again after Retry-After seconds.</response>
    [HttpPost(HiddenToken.PathPrefix + "{token}")]
    [RequestSizeLimit(MaxBytesOnTheWire)]
    public async Task<ActionResult<DeliveryOutcomeResponse>> Receive() => await AnswerAsync();

    /// <summary>Tells a sender that the URL is there, and answers what it asks.</summary>
    /// <remarks>Senders that check a URL before they use it get what the source's handshake says; anybody else an empty answer.</remarks>
    /// <response code="200">The URL is there.</response>
    /// <response code="404">`webhookNotFound`: no event source has this URL.</response>
    /// <response code="410">`eventSourceDisabled`: the event source is disabled.</response>
    [HttpGet(HiddenToken.PathPrefix + "{token}")]
    public async Task<IActionResult> Check()
    {
        var answer = await AnswerAsync();
        return answer.Result ?? Ok(answer.Value);
    }

    /// <summary>The same by the other methods that senders check a URL with.</summary>
    [HttpHead(HiddenToken.PathPrefix + "{token}")]
    [HttpOptions(HiddenToken.PathPrefix + "{token}")]
    [ApiExplorerSettings(IgnoreApi = true)]
    public Task<IActionResult> CheckOtherwise() => Check();

    private async Task<ActionResult<DeliveryOutcomeResponse>> AnswerAsync()
    {
        // Once it has arrived, it is recorded, whether or not the sender still waits.
        var hidden = HttpContext.Features.Get<HiddenToken>();
        var answer = await mediator.Send(
            new IngestWebhookCommand(hidden?.Token, Request.Method, Query(hidden?.Query), UrlOf(hidden), Request.ContentType, Headers(), ReadBodyAsync),
            CancellationToken.None);
        switch (answer)
        {
            case { Handshake: { } handshake }:
                return Content(handshake);
            case { Outcome: null }:
                return Content("", "text/plain");
            case { Outcome: { Status: not DeliveryStatus.Refused } outcome }:
                return outcome.ToResponse();
        }

        var status = answer.Outcome.Code == SkipCode.BodyTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status401Unauthorized;
        await HttpContext.WriteProblemAsync(status, answer.Outcome.Code, answer.Outcome.Reason);
        return new EmptyResult();
    }

    // What was asked comes back as it was written: no browser may take it for a page.
    private ContentResult Content(HandshakeAnswer handshake)
    {
        Response.Headers.XContentTypeOptions = "nosniff";
        foreach (var (name, value) in handshake.Headers)
        {
            Response.Headers[name] = value;
        }

        return Content(handshake.Body, handshake.ContentType);
    }

    private static Dictionary<string, string> Query(string? text) =>
        QueryHelpers.ParseQuery(text).ToDictionary(parameter => parameter.Key, parameter => parameter.Value.FirstOrDefault() ?? "");

    private string UrlOf(HiddenToken? hidden) => hidden?.Token is { } token ? publicUrl.OfWebhook(Request, token.Reveal()) + hidden.Query : "";

    private RequestHeaders Headers() => new(
        from header in Request.Headers
        from value in header.Value
        select KeyValuePair.Create(header.Key, value ?? ""));

    private async Task<byte[]?> ReadBodyAsync()
    {
        try
        {
            return await HttpContext.ReadBodyAsync(Payload.MaxBytes, body => body.ToArray());
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
