using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Http;
using Sendra.WebApi.Mvc;

namespace Sendra.WebApi.Controllers;

/// <summary>Events on their way in.</summary>
/// <param name="mediator">Carries commands to their handlers.</param>
[ApiController]
[Route("api/events")]
[Tags("Events")]
public sealed class SendEventsController(IMediator mediator) : ControllerBase
{
    /// <summary>Sends one event: "this person did this".</summary>
    /// <remarks>
    /// Keeps the contact, drops active enrollments whose automation exits on this event, enrolls the contact in every
    /// live automation that listens to it, and writes it all to the log in one transaction. With an
    /// <c>Idempotency-Key</c> header (1 to 255 printable ASCII characters, kept for 7 days) the same request can be
    /// sent again without a second effect.
    /// </remarks>
    /// <param name="request">The event.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">What it did. It is durable.</response>
    /// <response code="400">
    /// <c>validationFailed</c>: <c>errors</c> says what is wrong, by field; <c>contactUnknown</c>: there is no <c>email</c>, and no contact has
    /// the <c>externalId</c>.
    /// </response>
    /// <response code="422"><c>idempotencyKeyReused</c>: the Idempotency-Key was used with another body; or <c>schemaViolated</c>: the event does not fit the schema of its pattern, and <c>errors</c> names each property. Nothing was stored.</response>
    /// <response code="503">Nothing was stored, unless the message says that it may be; send again after Retry-After seconds.</response>
    [HttpPost("send")]
    [Needs(Need.SendEvents)]
    public async Task<SendEventResponse> Send(SendEventRequest request, CancellationToken cancellationToken) =>
        (await mediator.Send(request.ToCommand(IdempotencyHeader.Read(Request, request)), cancellationToken)).ToResponse();

    /// <summary>Sends up to 1,000 events, with the same effect as one by one in their order.</summary>
    /// <remarks>
    /// Each event has its own result; a bad one is rejected alone. A large batch is stored in several steps, in order, so
    /// that it holds nobody up. Takes an <c>Idempotency-Key</c> for the whole call: a call that broke off is carried on, not
    /// done twice, when it is sent again with the same key.
    /// </remarks>
    /// <param name="request">The events; 16 MiB at most.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">What each event did. It is durable.</response>
    /// <response code="413">
    /// <c>bodyTooLarge</c>; <c>batchTooLarge</c>: the events would make more than 15,000 decisions, one for each automation that
    /// listens to an event. Send fewer events at a time.
    /// </response>
    /// <response code="422">The Idempotency-Key was used with another body.</response>
    /// <response code="503">Nothing was stored, unless the message says that it may be; send again after Retry-After seconds.</response>
    [HttpPost("batch")]
    [Needs(Need.SendEvents)]
    [RequestSizeLimit(HttpServer.MaxBatchBodyBytes)]
    [WaitsForRoom]
    public async Task<SendEventBatchResponse> SendBatch(SendEventBatchRequest request, CancellationToken cancellationToken) =>
        (await mediator.Send(request.ToCommand(IdempotencyHeader.Read(Request, request)), cancellationToken)).ToResponse();
}
