using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Sendra.Application.Events.SendEvent;
using Sendra.Application.Ingestion;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Events.CloudEvents;
using Sendra.WebApi.Http;
using Sendra.WebApi.Json;
using Sendra.WebApi.Mvc;

namespace Sendra.WebApi.Controllers;

/// <summary>Events in the form of CloudEvents 1.0.</summary>
/// <param name="mediator">Carries commands to their handlers.</param>
[ApiController]
[Route(Path)]
[Tags("Events")]
public sealed class CloudEventsController(IMediator mediator) : ControllerBase
{
    /// <summary>Where they are sent.</summary>
    public const string Path = "api/events/cloudevents";

    private const string Structured = "application/cloudevents+json";
    private const string Batched = "application/cloudevents-batch+json";

    /// <summary>Sends one CloudEvent, or up to 1,000, with the same effect as `/api/events/send` and `/batch`.</summary>
    /// <remarks>
    /// Takes all three modes of the HTTP binding: structured (`application/cloudevents+json`), binary (attributes as `ce-…` headers, data as
    /// the body) and batched (`application/cloudevents-batch+json`).
    ///
    /// `type` is the event's name, `time` its `occurredAt`, and `data` its properties, kept exactly; text that isn't JSON becomes JSON text. The
    /// person is named by the extension attribute `email`, or found at `emailPath`. `externalid`, or else `subject`, is the `externalId`: beside
    /// an address it becomes the contact's, and without one it finds the contact. An event with the same `source` and `id` has no second
    /// effect for 7 days and is answered as a duplicate. Other attributes are not kept.
    /// </remarks>
    /// <param name="emailPath">Where the address stands when there is no attribute `email`: a path from the event, like `data.customer.email` or `subject`. Several, with `||` between them, are tried in order.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">What it did. It is durable. A batch has a result for each event.</response>
    /// <response code="400"><c>validationFailed</c>: <c>errors</c> says what is wrong, by attribute; <c>contactUnknown</c>: there is no address, and no contact has the <c>externalid</c>.</response>
    /// <response code="413"><c>bodyTooLarge</c>: an event has more than 1 MiB, or a batch more than 16 MiB.</response>
    /// <response code="422"><c>schemaViolated</c>: the event does not fit the schema of its pattern, and <c>errors</c> names each property.</response>
    /// <response code="503">Nothing was stored, unless the message says that it may be; send again after Retry-After seconds.</response>
    [HttpPost]
    [Needs(Need.SendEvents)]
    [RequestSizeLimit(HttpServer.MaxBatchBodyBytes)]
    [WaitsForRoom]
    [ProducesResponseType<SendEventResponse>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Send([FromQuery] string? emailPath, CancellationToken cancellationToken)
    {
        var reader = CloudEventReader.With(emailPath);
        try
        {
            if (IsForm(Batched))
            {
                var batch = await HttpContext.ReadBodyAsync(HttpServer.MaxBatchBodyBytes, body => CloudEventBatches.Read(body.InOnePiece(), reader));
                return Ok((await mediator.Send(batch, cancellationToken)).ToCloudResponse());
            }

            var command = await HttpContext.ReadBodyAsync(HttpServer.MaxBodyBytes, body => ReadOne(body.InOnePiece(), reader));
            return Ok((await mediator.Send(command, cancellationToken)).ToResponse());
        }
        catch (ValidationException invalid)
        {
            throw invalid.InTheirNames();
        }
        catch (EventRefusedException refused)
        {
            throw refused.InTheirNames();
        }
    }

    /// <summary>Answers a sender that asks whether it may send here, as the web hooks of CloudEvents do.</summary>
    /// <remarks>It says yes to everyone, at any rate: events themselves need a key.</remarks>
    /// <response code="200">The headers <c>WebHook-Allowed-Origin</c> and <c>WebHook-Allowed-Rate</c> say yes.</response>
    /// <response code="400"><c>validationFailed</c>: there is no header <c>WebHook-Request-Origin</c>.</response>
    [HttpOptions]
    [AllowAnonymous]
    public IActionResult Ask()
    {
        if (Request.Headers["WebHook-Request-Origin"] is not [{ Length: > 0 } origin])
        {
            throw JsonBody.Wrong("WebHook-Request-Origin", "must be one header that names the sender");
        }

        Response.Headers["WebHook-Allowed-Origin"] = origin;
        Response.Headers["WebHook-Allowed-Rate"] = "*";
        Response.Headers.Allow = "POST, OPTIONS";
        return Ok();
    }

    private SendEventCommand ReadOne(ReadOnlySpan<byte> body, CloudEventReader reader)
    {
        if (!IsForm(Structured) && CloudEventHeaders.AreIn(Request))
        {
            return reader.Read(CloudEventHeaders.Read(Request), CloudEventData.Of(body, Request.ContentType));
        }

        if (!IsJson())
        {
            throw new BadHttpRequestException("No form of an event.", StatusCodes.Status415UnsupportedMediaType);
        }

        if (body.IsEmpty)
        {
            throw JsonBody.Wrong(JsonBody.WholeBody, "is required");
        }

        var cloudEvent = (CloudEvent)JsonBody.Read(body, typeof(CloudEvent));
        return reader.Read(cloudEvent, CloudEventData.Of(cloudEvent));
    }

    private bool IsForm(string form) =>
        MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) && type.MediaType.Equals(form, StringComparison.OrdinalIgnoreCase);

    // Without the media type of CloudEvents it may be one all the same, or say what it lacks.
    private bool IsJson() =>
        MediaTypeHeaderValue.TryParse(Request.ContentType, out var type)
        && (type.Suffix.HasValue ? type.Suffix : type.SubType).Equals("json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value is "utf-8" or "utf8" or "UTF-8");
}
