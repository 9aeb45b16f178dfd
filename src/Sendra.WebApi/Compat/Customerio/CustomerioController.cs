using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Events.SendEvent;
using Sendra.Application.Ingestion;
using Sendra.Domain.Events;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Customerio;

/// <summary>For Customer.io's <c>TrackClient</c>: set <c>url</c> to <c>http://host/compat/customerio/api/v1</c>. Any site id will do.</summary>
/// <param name="mediator">Carries commands to their handlers.</param>
/// <param name="clock">What time it is.</param>
[ApiController]
[Route(Path + "/api/v1")]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Customer.io")]
public sealed class CustomerioController(IMediator mediator, TimeProvider clock) : ControllerBase
{
    /// <summary>What the addresses begin with.</summary>
    public const string Path = "/compat/customerio";

    /// <summary>Sends an event of one person (<c>track</c>, <c>trackPageView</c>).</summary>
    /// <param name="id">The person: an email address, whose contact is made when there is none, or an id that is known.</param>
    /// <param name="request">The event.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The event is in the log, for good.</response>
    [HttpPost("customers/{id}/events")]
    [Needs(Need.SendEvents)]
    public async Task<CustomerioNothing> SendEvent(string id, CustomerioEventRequest request, CancellationToken cancellationToken)
    {
        var person = CustomerioPerson.InPath(id);
        var occurredAt = CompatTime.Read(request.Timestamp, clock.GetUtcNow());
        var sent = await mediator.Send(
            new SendEventCommand(
                person.Email,
                request.Name,
                request.Data,
                OccurredAt: occurredAt,
                Key: KeyOf(request),
                ExternalId: person.ExternalId,
                Client: EventClient.Customerio),
            cancellationToken);
        Response.WarnNotUsed(request.NotUsed());
        Response.WarnNotUsed(request.Timestamp is { ValueKind: not System.Text.Json.JsonValueKind.Null } && occurredAt is null ? ["timestamp"] : []);
        Response.Warn(sent.Outcome.Warnings, "id", "data");
        return new CustomerioNothing();
    }

    private static IdempotencyKey? KeyOf(CustomerioEventRequest request) => request.Id switch
    {
        null => null,
        { } id when IdempotencyKey.IsLegal(id) => IdempotencyKey.OfClient(EventClient.Customerio, id),
        _ => throw JsonBody.Wrong("id", $"must be 1 to {IdempotencyKey.MaxLength} printable ASCII characters"),
    };
}
