using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;

namespace Sendra.WebApi.Compat.Customerio;

/// <summary>For Customer.io's <c>TrackClient</c>: set <c>url</c> to <c>http://host/compat/customerio/api/v1</c>. Any site id will do.</summary>
/// <param name="mediator">Carries commands to their handlers.</param>
/// <param name="clock">What time it is.</param>
[ApiController]
[Route(Path + "/api/v1/customers/{id}")]
[ApiExplorerSettings(GroupName = CompatPaths.Group)]
[Tags("Customer.io")]
public sealed class CustomerioController(IMediator mediator, TimeProvider clock) : ControllerBase
{
    /// <summary>What the addresses begin with.</summary>
    public const string Path = "/compat/customerio";

    private readonly CustomerioEvents _events = new(mediator, clock);
    private readonly CustomerioPeople _people = new(mediator);

    /// <summary>Sends an event of one person (<c>track</c>, <c>trackPageView</c>).</summary>
    /// <param name="id">The person: an email address, whose contact is made when there is none, or an id that is known.</param>
    /// <param name="request">The event.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The event is in the log, for good.</response>
    [HttpPost("events")]
    [Needs(Need.SendEvents)]
    public async Task<CustomerioNothing> SendEvent(string id, CustomerioEventRequest request, CancellationToken cancellationToken)
    {
        Response.WarnNotUsed(request.NotUsed());
        await _events.SendAsync(CustomerioPerson.InPath(id), request.Name, request.Data, request.Timestamp, request.Id, Response, cancellationToken);
        return new CustomerioNothing();
    }

    /// <summary>Makes or changes a person (<c>identify</c>).</summary>
    /// <param name="id">The person: an email address, or an id of your own.</param>
    /// <param name="request">The attributes: names and declared custom fields are set, the others are named in the header.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is saved.</response>
    [HttpPut]
    [Needs(Need.SendEvents)]
    public async Task<CustomerioNothing> Identify(string id, CustomerioPersonRequest request, CancellationToken cancellationToken)
    {
        var saved = await _people.IdentifyAsync(CustomerioPerson.InPath(id), request.Email, request.Unsubscribed, request.Others, cancellationToken);
        Response.Warn(saved.Warnings ?? [], "id", "data");
        return new CustomerioNothing();
    }

    /// <summary>Erases a person, with their events and enrollments (<c>destroy</c>).</summary>
    /// <param name="id">The person.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">There is no such person any more.</response>
    [HttpDelete]
    [Needs(Need.SendEvents)]
    public async Task<CustomerioNothing> Delete(string id, CancellationToken cancellationToken)
    {
        await _people.DeleteAsync(CustomerioPerson.InPath(id), cancellationToken);
        return new CustomerioNothing();
    }

    /// <summary>Suppresses all email to a person (<c>suppress</c>).</summary>
    /// <remarks>The person is not deleted: call delete for that. The suppression stays then, too.</remarks>
    /// <param name="id">The person.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is suppressed.</response>
    [HttpPost("suppress")]
    [Needs(Need.SendEvents)]
    public async Task<CustomerioNothing> Suppress(string id, CancellationToken cancellationToken)
    {
        await _people.SuppressAsync(CustomerioPerson.InPath(id), cancellationToken);
        return new CustomerioNothing();
    }

    /// <summary>Lifts what suppresses a person, but not the person's own unsubscribe (<c>unsuppress</c>).</summary>
    /// <param name="id">The person.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">It is lifted.</response>
    [HttpPost("unsuppress")]
    [Needs(Need.SendEvents)]
    public async Task<CustomerioNothing> Unsuppress(string id, CancellationToken cancellationToken)
    {
        await _people.UnsuppressAsync(CustomerioPerson.InPath(id), cancellationToken);
        return new CustomerioNothing();
    }
}
