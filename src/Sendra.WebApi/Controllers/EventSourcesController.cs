using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Common;
using Sendra.Application.EventSources;
using Sendra.Application.EventSources.CountDeliveries;
using Sendra.Application.EventSources.CreateEventSource;
using Sendra.Application.EventSources.DeleteEventSource;
using Sendra.Application.EventSources.EditEventSource;
using Sendra.Application.EventSources.GetEventSource;
using Sendra.Application.EventSources.ListDeliveries;
using Sendra.Application.EventSources.ListEventSources;
using Sendra.Application.EventSources.ListPresets;
using Sendra.Application.EventSources.ReplaySkipped;
using Sendra.Application.EventSources.RotateToken;
using Sendra.Application.EventSources.SendTestDelivery;
using Sendra.Domain.EventSources;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.EventSources;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Controllers;

/// <summary>Event sources turn inbound webhooks into events without code.</summary>
/// <param name="publicUrl">Where senders reach this server.</param>
[ApiController]
[Route("api/event-sources")]
[Tags("Event sources")]
public sealed class EventSourcesController(IMediator mediator, PublicUrl publicUrl) : ControllerBase
{
    // A payload of 1 MiB as a JSON string, every character of it escaped, and the mapping beside it.
    private const int MaxPreviewBytes = 8 * 1024 * 1024;

    /// <summary>Lists the event sources, newest first.</summary>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    [HttpGet]
    [Needs(Need.Read)]
    public async Task<Page<EventSourceResponse>> List(int? limit, string? cursor, CancellationToken cancellationToken) =>
        (await mediator.Send(new ListEventSourcesQuery(new Paging(limit, cursor)), cancellationToken)).Select(ToResponse);

    /// <summary>Creates an event source and its URL.</summary>
    /// <param name="request">How to read what the sender posts. With a preset, omitted fields come from the preset.</param>
    /// <response code="201">The source with its URL.</response>
    /// <response code="409">`tooManySources`: the workspace has 500.</response>
    [HttpPost]
    [Needs(Need.Manage)]
    [ProducesResponseType<EventSourceResponse>(StatusCodes.Status201Created)]
    public async Task<CreatedAtActionResult> Create(EventSourceRequest request, CancellationToken cancellationToken)
    {
        var source = ToResponse(await mediator.Send(new CreateEventSourceCommand(request.ToDetails(), User.ActorId()), cancellationToken));
        return CreatedAtAction(nameof(Get), new { id = source.Id }, source);
    }

    /// <summary>Returns an event source.</summary>
    /// <param name="id">The source.</param>
    [HttpGet("{id:guid}")]
    [Needs(Need.Read)]
    public async Task<EventSourceResponse> Get(EventSourceId id, CancellationToken cancellationToken) =>
        ToResponse(await mediator.Send(new GetEventSourceQuery(id), cancellationToken));

    /// <summary>Replaces an event source's mapping and signature check, for deliveries from now on.</summary>
    /// <param name="id">The source.</param>
    /// <param name="request">The whole source. If omitted, preset, enabled, retentionDays and signature.secrets don't change.</param>
    /// <response code="409">`changedMeanwhile`: someone else changed it at the same time. Try again.</response>
    [HttpPut("{id:guid}")]
    [Needs(Need.Manage)]
    public async Task<EventSourceResponse> Edit(EventSourceId id, EventSourceRequest request, CancellationToken cancellationToken) =>
        ToResponse(await mediator.Send(new EditEventSourceCommand(id, request.ToDetails()), cancellationToken));

    /// <summary>Deletes an event source, its URL and its deliveries. Its events stay in the log.</summary>
    /// <param name="id">The source.</param>
    /// <response code="204">Deleted.</response>
    /// <response code="409">`changedMeanwhile`: someone else changed it at the same time. Try again.</response>
    [HttpDelete("{id:guid}")]
    [Needs(Need.Manage)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<NoContentResult> Delete(EventSourceId id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteEventSourceCommand(id), cancellationToken);
        return NoContent();
    }

    /// <summary>Gives an event source a new URL. The old one keeps working for the overlap.</summary>
    /// <param name="id">The source.</param>
    /// <param name="request">The overlap.</param>
    /// <response code="200">The source with its new URL.</response>
    /// <response code="409">`changedMeanwhile`: someone else changed it at the same time. Try again.</response>
    [HttpPost("{id:guid}/rotate")]
    [Needs(Need.Manage)]
    public async Task<EventSourceResponse> Rotate(EventSourceId id, RotateTokenRequest request, CancellationToken cancellationToken) =>
        ToResponse(await mediator.Send(new RotateTokenCommand(id, request.OverlapHours), cancellationToken));

    /// <summary>Lists the presets for well-known senders.</summary>
    [HttpGet("presets")]
    [Needs(Need.Read)]
    public async Task<Page<PresetResponse>> Presets(CancellationToken cancellationToken) =>
        new([.. (await mediator.Send(new ListPresetsQuery(), cancellationToken)).Select(preset => preset.ToResponse())], null);

    /// <summary>Shows what a mapping would read from a payload, and where the payload has emails. Nothing is saved.</summary>
    /// <param name="request">The payload and the mapping.</param>
    [HttpPost("preview")]
    [Needs(Need.Manage)]
    [RequestSizeLimit(MaxPreviewBytes)]
    public async Task<PreviewResponse> Preview(PreviewRequest request, CancellationToken cancellationToken) =>
        (await mediator.Send(request.ToQuery(null), cancellationToken)).ToResponse();

    /// <summary>Shows what an event source would read from a payload, with its own mapping or another one.</summary>
    /// <param name="id">The source.</param>
    /// <param name="request">The payload, and optionally a mapping.</param>
    [HttpPost("{id:guid}/preview")]
    [Needs(Need.Manage)]
    [RequestSizeLimit(MaxPreviewBytes)]
    public async Task<PreviewResponse> PreviewSaved(EventSourceId id, PreviewRequest request, CancellationToken cancellationToken) =>
        (await mediator.Send(request.ToQuery(id), cancellationToken)).ToResponse();

    /// <summary>Counts the deliveries to an event source by day.</summary>
    /// <remarks>Days begin at midnight in the workspace's time zone.</remarks>
    /// <param name="id">The source.</param>
    /// <param name="days">How many days, today among them: 1 to 90. Default: 30.</param>
    [HttpGet("{id:guid}/stats")]
    [Needs(Need.Read)]
    public Task<DeliveryDays> Stats(EventSourceId id, int? days, CancellationToken cancellationToken) =>
        mediator.Send(new CountDeliveriesQuery(id, days), cancellationToken);

    /// <summary>Sends a test delivery to an event source, as its sender would.</summary>
    /// <remarks>
    /// Sendra treats it like any other delivery: the event is logged, and automations react to it. Only the signature isn't
    /// checked, since you can't sign as the sender does. The delivery has the header `Sendra-Test`.
    /// </remarks>
    /// <param name="id">The source.</param>
    /// <param name="request">The body and the headers.</param>
    /// <response code="200">Recorded, with its outcome.</response>
    /// <response code="409">`eventSourceWithoutUrl`: a client sends to this source, so it has no URL.</response>
    /// <response code="410">`eventSourceDisabled`: the event source is disabled.</response>
    [HttpPost("{id:guid}/test")]
    [Needs(Need.Manage)]
    [RequestSizeLimit(MaxPreviewBytes)]
    public async Task<TestDeliveryResponse> Test(EventSourceId id, TestDeliveryRequest request, CancellationToken cancellationToken) =>
        (await mediator.Send(new SendTestDeliveryCommand(id, request.Payload, request.Headers, token => publicUrl.OfWebhook(Request, token)), cancellationToken)).ToTestResponse();

    /// <summary>Lists the deliveries to an event source, newest first.</summary>
    /// <param name="id">The source.</param>
    /// <param name="status">Only deliveries with this status.</param>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    [HttpGet("{id:guid}/deliveries")]
    [Needs(Need.Read)]
    public Task<Page<DeliveryItem>> Deliveries(
        EventSourceId id, DeliveryStatus? status, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListDeliveriesQuery(id, status, new Paging(limit, cursor)), cancellationToken);

    /// <summary>Tries all skipped deliveries of an event source again, oldest first. Use it after fixing the mapping.</summary>
    /// <param name="id">The source.</param>
    /// <param name="cancellationToken">Ends with the request. What was replayed by then stays replayed.</param>
    [HttpPost("{id:guid}/replay-skipped")]
    [Needs(Need.Manage)]
    public Task<ReplaySkippedResult> ReplaySkipped(EventSourceId id, CancellationToken cancellationToken) =>
        mediator.Send(new ReplaySkippedCommand(id), cancellationToken);

    private EventSourceResponse ToResponse(EventSourceResult source) =>
        source.ToResponse(User.SeesSecrets() ? token => publicUrl.OfWebhook(Request, token) : null);
}
