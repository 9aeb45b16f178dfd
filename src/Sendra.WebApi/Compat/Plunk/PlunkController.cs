using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Events.SendEvent;
using Sendra.Application.Suppressions.AddSuppression;
using Sendra.Domain.Common;
using Sendra.Domain.Events;
using Sendra.Domain.Messages;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;

namespace Sendra.WebApi.Compat.Plunk;

/// <summary>For Plunk's client: set <c>baseUrl</c> to <c>http://host/compat/plunk/api/v1/</c>.</summary>
/// <param name="mediator">Carries commands to their handlers.</param>
[ApiController]
[Route(Path + "/api/v1")]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Plunk")]
public sealed class PlunkController(IMediator mediator) : ControllerBase
{
    /// <summary>What the addresses begin with.</summary>
    public const string Path = "/compat/plunk";

    /// <summary>Sends an event (<c>events.track</c>).</summary>
    /// <param name="request">The event.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The event is in the log, for good.</response>
    /// <response code="422">The data doesn't fit the event's schema.</response>
    [HttpPost("track")]
    [Needs(Need.SendEvents)]
    public async Task<PlunkTracked> Track(PlunkTrackRequest request, CancellationToken cancellationToken)
    {
        var data = PlunkData.Of(request.Data);
        var command = new SendEventCommand(request.Email, request.Event, data.Event, data.Contact, Client: EventClient.Plunk);
        if (request.Subscribed is false)
        {
            // First: an automation that the event starts must not reach the person any more.
            await mediator.Send(new AddSuppressionCommand(request.Email, SuppressionScope.Marketing), cancellationToken);
        }

        var outcome = (await mediator.Send(command, cancellationToken)).Outcome;
        Response.WarnNotUsed(request.NotUsed());
        Response.Warn(outcome.Warnings, "externalId", "data");
        return new PlunkTracked(outcome.ContactId!.Value, outcome.EventId!.Value, TimeOrderedId.TimeOf(outcome.EventId.Value));
    }
}
