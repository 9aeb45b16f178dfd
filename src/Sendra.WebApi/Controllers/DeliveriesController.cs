using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.EventSources;
using Sendra.Application.EventSources.GetDelivery;
using Sendra.Application.EventSources.ListSkippedDeliveries;
using Sendra.Application.EventSources.ReplayDelivery;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.EventSources;

namespace Sendra.WebApi.Controllers;

/// <summary>Single deliveries to event sources.</summary>
/// <param name="mediator">Carries commands to their handlers.</param>
[ApiController]
[Route("api/deliveries")]
[Tags("Event sources")]
public sealed class DeliveriesController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists the deliveries of all sources that are skipped now, newest first, without what was sent.</summary>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the list.</response>
    [HttpGet("skipped")]
    [Needs(Need.Read)]
    public Task<Page<DeliveryItem>> ListSkipped(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListSkippedDeliveriesQuery(new Paging(limit, cursor)), cancellationToken);

    /// <summary>Reads a delivery with the headers and the payload that were sent.</summary>
    /// <param name="id">The delivery.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public async Task<DeliveryDetailsResponse> Get(DeliveryId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetDeliveryQuery(id), cancellationToken)).ToResponse();

    /// <summary>Tries a skipped delivery again with its source's mapping of now.</summary>
    /// <param name="id">The delivery.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">What it came to this time.</response>
    /// <response code="409">
    /// It is not skipped: `deliveryProcessed`, `deliveryDuplicate`, `deliveryRefused`; `deliveryPayloadGone`: its payload is no
    /// longer kept; `deliveryReplayed`: someone else replayed it at the same time.
    /// </response>
    [HttpPost("{id:guid}/replay")]
    [Needs(Need.Manage)]
    public async Task<DeliveryOutcomeResponse> Replay(DeliveryId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReplayDeliveryCommand(id), cancellationToken)).ToResponse();
}
