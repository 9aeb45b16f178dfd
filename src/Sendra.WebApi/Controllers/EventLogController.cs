using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.Events.GetEvent;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Contracts.Events;

namespace Sendra.WebApi.Controllers;

/// <summary>The log of received events.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/events")]
[Tags("Events")]
public sealed class EventLogController(IMediator mediator) : ControllerBase
{
    /// <summary>Reads the log, newest first (L1).</summary>
    /// <remarks>
    /// All given filters must fit. Going on with nextCursor neither skips nor repeats an event while new ones arrive.
    /// There is no total: a log is long.
    /// </remarks>
    /// <param name="request">Which events.</param>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the log.</response>
    [HttpGet]
    public async Task<PageResponse<LoggedEventResponse>> List(
        [FromQuery] EventLogRequest request, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await mediator.Send(request.ToQuery(new Paging(limit, cursor)), cancellationToken);
        return page.ToResponse(logged => logged.ToResponse());
    }

    /// <summary>Reads one event, with what each automation decided and why (A7).</summary>
    /// <param name="id">The event.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The event and its decisions.</response>
    [HttpGet("{id:guid}")]
    public async Task<EventDetailsResponse> Get(Guid id, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetEventQuery(id), cancellationToken)).ToResponse();
}
