using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Contacts.GetContact;
using Sendra.Application.Events.SendEvent;
using Sendra.Application.Ingestion;
using Sendra.Domain.Events;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Json;
using Sendra.WebApi.Mvc;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>For Resend's clients: set <c>RESEND_BASE_URL</c> to <c>http://host/compat/resend</c>.</summary>
/// <param name="mediator">Carries commands to their handlers.</param>
[ApiController]
[Route(Path)]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Resend")]
public sealed class ResendController(IMediator mediator) : ControllerBase
{
    /// <summary>What the addresses begin with.</summary>
    public const string Path = "/compat/resend";

    /// <summary>Sends an event to one contact (<c>resend.events.send</c>).</summary>
    /// <remarks>With an <c>Idempotency-Key</c>, the same request can be sent again for 7 days without a second effect.</remarks>
    /// <param name="request">The event.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="202">The event is in the log, for good.</response>
    /// <response code="404">No contact has the <c>contact_id</c>.</response>
    /// <response code="409">The Idempotency-Key was used with another body.</response>
    /// <response code="422">A field is wrong, or the payload doesn't fit the event's schema.</response>
    [HttpPost("events/send")]
    [Needs(Need.SendEvents)]
    [ProducesResponseType<ResendSentEvent>(StatusCodes.Status202Accepted)]
    public async Task<AcceptedResult> SendEvent(ResendSendEventRequest request, CancellationToken cancellationToken)
    {
        var email = request switch
        {
            { Email: not null, ContactId: not null } => throw JsonBody.Wrong("contact_id", "must be left out when there is an email"),
            { ContactId: { } id } => (await mediator.Send(new GetContactQuery(id), cancellationToken)).Email,
            { Email: null } => throw JsonBody.Wrong("email", "is required, or a contact_id"),
            _ => request.Email,
        };
        var key = IdempotencyHeader.Read(Request) is { } text ? IdempotencyKey.OfClient(EventClient.Resend, text, IdempotencyHeader.HashOf(request)) : null;
        var sent = await mediator.Send(
            new SendEventCommand(email, request.Event, request.Payload, Key: key, ContactId: request.ContactId, Client: EventClient.Resend), cancellationToken);
        Response.WarnNotUsed(request.NotUsed());
        Response.Warn(sent.Outcome.Warnings, "external_id", "payload");
        return Accepted(new ResendSentEvent(request.Event!));
    }
}
