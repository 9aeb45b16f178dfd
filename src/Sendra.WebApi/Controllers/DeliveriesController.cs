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

/// <summary>Deliveries are requests to the URLs of event sources.</summary>
[ApiController]
[Route("api/deliveries")]
[Tags("Event sources")]
public sealed class DeliveriesController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists the skipped deliveries of all sources, newest first, without headers and payloads.</summary>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet("skipped")]
    [Needs(Need.Read)]
    public Task<Page<DeliveryItem>> ListSkipped(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListSkippedDeliveriesQuery(new Paging(limit, cursor)), cancellationToken);

    /// <summary>Returns a delivery with its headers and payload.</summary>
    /// <param name="id">The delivery.</param>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public async Task<DeliveryDetailsResponse> Get(DeliveryId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetDeliveryQuery(id), cancellationToken)).ToResponse();

    /// <summary>Tries a skipped delivery again with its source's current mapping.</summary>
    /// <param name="id">The delivery.</param>
    /// <response code="200">The new outcome.</response>
    /// <response code="409">
    /// It isn't skipped: `deliveryProcessed`, `deliveryDuplicate`, `deliveryRefused`; `deliveryPayloadGone`: its payload is no
    /// longer stored; `deliveryReplayed`: someone else replayed it at the same time.
    /// </response>
    [HttpPost("{id:guid}/replay")]
    [Needs(Need.Manage)]
    public async Task<DeliveryOutcomeResponse> Replay(DeliveryId id, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReplayDeliveryCommand(id), cancellationToken)).ToResponse();
}
